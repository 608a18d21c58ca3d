-- Reports as they were issued: their text is what was hashed, never changed. The head stands apart for
-- lists.
CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    election_id TEXT NOT NULL REFERENCES elections (id),
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    cutoff TEXT NOT NULL,
    head TEXT NOT NULL,
    report TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (election_id, kind, number)
);

-- What was told of identity answers, cut by cut. Counts that were kept back are nowhere.
CREATE TABLE identity_cuts (
    election_id TEXT NOT NULL REFERENCES elections (id),
    cutoff TEXT NOT NULL,
    cut TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (election_id, cutoff)
);

-- Whether anything of an election changed is told by the index alone.
CREATE INDEX candidacies_by_change ON candidacies (election_id, version, id);
-- More time that was given.
CREATE INDEX audit_by_action_in_election ON audit (action, election_id);
