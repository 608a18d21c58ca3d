-- What an edit is based on: each grows by one with each edit, and by nothing else.
ALTER TABLE parties ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE actors ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE accounts ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE candidacies ADD COLUMN registration_version BIGINT NOT NULL DEFAULT 1;

-- Published candidacies whose public record names what was edited (a party, an actor, a territory): each
-- gets its new version in a transaction of its own.
CREATE TABLE public_renewals (
    candidacy_id TEXT PRIMARY KEY REFERENCES candidacies (id),
    marked_at TEXT NOT NULL
);
