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

-- When the first credential of an account was issued: a signed paper receipt is not from before. Those that
-- were there were issued when they were made.
ALTER TABLE accounts ADD COLUMN first_issued_at TEXT;
UPDATE accounts SET first_issued_at = created_at;

-- Attempts to deliver a credential sheet; only ever inserted.
CREATE TABLE credential_deliveries (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    way TEXT NOT NULL,
    attempted_at TEXT NOT NULL,
    reached BIGINT NOT NULL,
    note TEXT NOT NULL,
    noted_by TEXT NOT NULL REFERENCES accounts (id),
    noted_at TEXT NOT NULL
);
CREATE INDEX credential_deliveries_by_account ON credential_deliveries (account_id, id);
