-- Entries that wait to be chained, with the hash of what was written. Whoever saves waits for nobody:
-- a job takes them from here in order and seals them.
CREATE TABLE audit_unsealed (
    audit_id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
);

-- The chain over the audit: each seal holds the hash of an entry and, in its own, that of the seal before.
CREATE TABLE audit_seals (
    seq BIGINT PRIMARY KEY,
    audit_id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE audit_head (
    id BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');

-- What was there before is chained once, as it is found: nobody noted its hashes.
INSERT INTO audit_unsealed (audit_id, sha256) SELECT id, '' FROM audit;

CREATE INDEX audit_by_election ON audit (election_id, id);
CREATE INDEX audit_by_account ON audit (account_id, id);
CREATE INDEX audit_by_action ON audit (action, id);
