-- The second factor of an account. `secret` and `pending` are sealed keys: the one that counts, and
-- the one that was shown but not confirmed yet. `last_step` is the last TOTP step that was accepted:
-- no code is good twice.
CREATE TABLE second_factors (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    secret TEXT,
    since TEXT,
    last_step BIGINT NOT NULL,
    pending TEXT,
    pending_expires TEXT
);

-- Ten recovery codes each: the first letters find the row, the rest is hashed like a password.
CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    selector TEXT NOT NULL,
    hash TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (account_id, selector)
);

-- When the code of the second factor was given in this session.
ALTER TABLE sessions ADD COLUMN verified_at TEXT;
