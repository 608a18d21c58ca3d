-- Whom else an account captures for, beside the actor that it was made for: one representative of several
-- has one account (docs/decisions/0054). Each has a receipt of its own.
CREATE TABLE represented_actors (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    actor_id TEXT NOT NULL REFERENCES actors (id),
    added_at TEXT NOT NULL,
    receipt_at TEXT,
    -- Taken back: its receipt is still the one that it is.
    removed_at TEXT,
    PRIMARY KEY (account_id, actor_id)
);
CREATE INDEX represented_actors_by_actor ON represented_actors (actor_id);
-- For which of them a session works; the account's own where nobody chose.
ALTER TABLE sessions ADD COLUMN actor_id TEXT REFERENCES actors (id);
