-- What people have to be told. One of account_id, actor_id and role says whom; content is the news
-- as JSON. An occasion is told once: whoever writes it a second time changes nothing.
CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    occasion TEXT NOT NULL UNIQUE,
    account_id TEXT REFERENCES accounts (id),
    actor_id TEXT REFERENCES actors (id),
    role TEXT,
    candidacy_id TEXT REFERENCES candidacies (id),
    content TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX notices_by_account ON notices (account_id, id);
CREATE INDEX notices_by_actor ON notices (actor_id, id);
CREATE INDEX notices_by_role ON notices (role, id);

CREATE TABLE notice_reads (
    notice_id TEXT NOT NULL REFERENCES notices (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    at TEXT NOT NULL,
    PRIMARY KEY (notice_id, account_id)
);

-- E-mails to send. No address stands here: it is read from the candidacy's sealed private data when
-- its turn comes. Taking a turn raises attempts and moves due_at past it, so that a turn that was
-- cut off is taken again.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notices (id),
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at TEXT NOT NULL,
    trouble TEXT,
    UNIQUE (notice_id, candidacy_id)
);
CREATE INDEX outbox_due ON outbox (state, due_at);
