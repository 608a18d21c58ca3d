-- Receipts: the facts as they were hashed, never changed. The PDF is made of them each time.
CREATE TABLE receipts (
    code TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    election_id TEXT NOT NULL REFERENCES elections (id),
    actor_id TEXT NOT NULL REFERENCES actors (id),
    candidacy_id TEXT REFERENCES candidacies (id),
    account_id TEXT REFERENCES accounts (id),
    facts TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX receipts_by_candidacy ON receipts (candidacy_id, at);
CREATE INDEX receipts_by_account ON receipts (account_id, kind, at);

-- Signed consent forms: the sealed file is an object named by the hash of its sealed bytes.
CREATE TABLE signed_consents (
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    number BIGINT NOT NULL,
    at TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    object TEXT NOT NULL,
    PRIMARY KEY (candidacy_id, number)
);
