-- What lists of candidacies are ordered and filtered by, kept beside the documents it comes from at every
-- change of them, so that no list reads thousands of documents (docs/decisions/0044).
ALTER TABLE candidacies ADD COLUMN office TEXT;
ALTER TABLE candidacies ADD COLUMN territory_kind TEXT;
ALTER TABLE candidacies ADD COLUMN territory_code TEXT;
ALTER TABLE candidacies ADD COLUMN sex TEXT;
ALTER TABLE candidacies ADD COLUMN role TEXT;
ALTER TABLE candidacies ADD COLUMN search_name TEXT;
-- What it waits for and since when; its place in the queue: what is due first, then what has its date.
ALTER TABLE candidacies ADD COLUMN waits_for TEXT;
ALTER TABLE candidacies ADD COLUMN waiting_since TEXT;
ALTER TABLE candidacies ADD COLUMN queue_key TEXT;
-- Whose turn it is and until when; who took the first of two turns, so that somebody else takes the next;
-- who observed it last.
ALTER TABLE candidacies ADD COLUMN holder TEXT;
ALTER TABLE candidacies ADD COLUMN claim_expires TEXT;
ALTER TABLE candidacies ADD COLUMN first_turn_of TEXT;
ALTER TABLE candidacies ADD COLUMN observed_by TEXT;
-- Flags as `,code,code,`: of its process, and of the texts that it sent.
ALTER TABLE candidacies ADD COLUMN incomplete BIGINT NOT NULL DEFAULT 0;
ALTER TABLE candidacies ADD COLUMN flags TEXT NOT NULL DEFAULT ',';
ALTER TABLE candidacies ADD COLUMN text_flags TEXT NOT NULL DEFAULT ',';
-- From when on the clock may change it, by what its own process says.
ALTER TABLE candidacies ADD COLUMN clock_at TEXT;

-- The lists are read from indexes alone: in SQLite the columns lie behind the documents of a row.
DROP INDEX candidacies_by_state;
CREATE INDEX candidacies_by_state ON candidacies (state, election_id, actor_id);
CREATE INDEX candidacies_by_name ON candidacies (election_id, name_key, id, state, actor_id, office,
    territory_kind, territory_code, search_name);
CREATE INDEX candidacies_in_queue ON candidacies (queue_key, id, election_id, actor_id, office,
    territory_kind, territory_code, state, waits_for, waiting_since, holder, claim_expires, first_turn_of,
    observed_by, flags, text_flags, search_name) WHERE queue_key IS NOT NULL;
CREATE INDEX candidacies_of_clock ON candidacies (clock_at) WHERE clock_at IS NOT NULL;
