-- What drills publish is a chain of its own. Entries that stand in the other log already stay there.
CREATE TABLE drill_log (
    seq BIGINT PRIMARY KEY,
    entry TEXT NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    election_id TEXT NOT NULL,
    candidacy_id TEXT,
    record_sha256 TEXT
);
CREATE INDEX drill_log_by_candidacy ON drill_log (candidacy_id, seq);
INSERT INTO publication_head (id, seq, hash) VALUES (2, 0, '');

-- The log in which the entry stands that a record came with: `seq` counts in it.
ALTER TABLE public_records ADD COLUMN log TEXT NOT NULL DEFAULT 'publication';

-- The SHA-256 of a party's logo, whose bytes are among the objects.
ALTER TABLE parties ADD COLUMN logo TEXT;
