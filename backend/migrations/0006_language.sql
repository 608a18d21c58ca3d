-- What the authority changed in the rules of inclusive language for one election.
CREATE TABLE election_language (
    election_id TEXT PRIMARY KEY REFERENCES elections (id),
    version BIGINT NOT NULL,
    rules TEXT NOT NULL,
    updated_at TEXT NOT NULL
);

-- What whoever captured a section left as it is: of a version, and of those after it until the next
-- row. Beside the versions, which are immutable and hashed: it is about the text, not a part of it.
CREATE TABLE ignored_findings (
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    section TEXT NOT NULL,
    version BIGINT NOT NULL,
    ignored TEXT NOT NULL,
    account_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (candidacy_id, section, version)
);
