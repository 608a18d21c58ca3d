-- Acts that take two administrators. `act` says what would be done, `consequences` what both were shown.
CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    consequences TEXT NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES accounts (id),
    proposed_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT REFERENCES accounts (id),
    decided_at TEXT
);
CREATE INDEX proposals_by_state ON proposals (state, id);

-- When a second administrator activated a staff account; those that were there count as activated.
ALTER TABLE accounts ADD COLUMN activated_at TEXT;
UPDATE accounts SET activated_at = created_at;

-- Since when its present credentials are its owner's: answers given in confidence before that are
-- not shown again.
ALTER TABLE accounts ADD COLUMN credential_since TEXT;
UPDATE accounts SET credential_since = created_at;
