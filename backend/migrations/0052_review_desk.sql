-- Reasons that reviewers of an election start from, ground by ground.
CREATE TABLE reason_templates (
    election_id TEXT PRIMARY KEY REFERENCES elections (id),
    version BIGINT NOT NULL,
    templates TEXT NOT NULL,
    updated_at TEXT NOT NULL
);

-- What a reviewer marked as handled of what was found in a version of a section. Nobody else reads it.
CREATE TABLE handled_findings (
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    section TEXT NOT NULL,
    version BIGINT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    found_sha256 TEXT NOT NULL,
    found TEXT NOT NULL,
    note TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (candidacy_id, account_id, section, version, found_sha256)
);

-- A candidacy's history is read whole, its notices included.
CREATE INDEX notices_by_candidacy ON notices (candidacy_id, id);
