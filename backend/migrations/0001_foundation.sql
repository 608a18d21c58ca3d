-- The foundation. TEXT, BIGINT and DOUBLE PRECISION only: one SQL text serves SQLite, PostgreSQL
-- and its distributed kin. Instants are RFC 3339 in UTC with microseconds, so that text order is
-- time order. Flags are BIGINT 0 or 1.

CREATE TABLE elections (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    setup TEXT NOT NULL,
    draw_seed TEXT NOT NULL,
    created_at TEXT NOT NULL
);

CREATE TABLE parties (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    acronym TEXT NOT NULL,
    colour TEXT NOT NULL
);

CREATE TABLE actors (
    id TEXT PRIMARY KEY,
    election_id TEXT NOT NULL REFERENCES elections (id),
    kind TEXT,
    name TEXT NOT NULL,
    party_ids TEXT NOT NULL,
    received_at TEXT,
    capture_end TEXT,
    UNIQUE (election_id, name)
);

CREATE TABLE candidacies (
    id TEXT PRIMARY KEY,
    election_id TEXT NOT NULL REFERENCES elections (id),
    actor_id TEXT NOT NULL REFERENCES actors (id),
    person_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    process TEXT NOT NULL,
    registration TEXT NOT NULL,
    name_key TEXT NOT NULL,
    private_data TEXT,
    own_start TEXT,
    own_end TEXT,
    extended_end TEXT,
    updated_at TEXT NOT NULL
);
CREATE INDEX candidacies_by_actor ON candidacies (actor_id);
CREATE INDEX candidacies_by_state ON candidacies (state, election_id);

CREATE TABLE section_versions (
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    section TEXT NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    account_id TEXT,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (candidacy_id, section, version)
);

CREATE TABLE consents (
    id TEXT PRIMARY KEY,
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    kind TEXT NOT NULL,
    granted BIGINT NOT NULL,
    notice_version TEXT NOT NULL,
    account_id TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX consents_by_candidacy ON consents (candidacy_id, kind, id);

CREATE TABLE observations (
    id TEXT PRIMARY KEY,
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    section TEXT NOT NULL,
    section_version BIGINT NOT NULL,
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    account_id TEXT NOT NULL,
    at TEXT NOT NULL,
    answer TEXT,
    answered_at TEXT
);
CREATE INDEX observations_by_candidacy ON observations (candidacy_id, section, id);

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    actor_id TEXT REFERENCES actors (id),
    state TEXT NOT NULL,
    password_hash TEXT,
    one_time BIGINT NOT NULL,
    one_time_expires TEXT,
    created_at TEXT NOT NULL,
    last_sign_in TEXT
);
CREATE INDEX accounts_by_actor ON accounts (actor_id);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    refresh_hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX sessions_by_account ON sessions (account_id);

-- Refresh tokens already exchanged: seeing one again means that it was stolen.
CREATE TABLE spent_refresh_tokens (
    hash TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    spent_at TEXT NOT NULL
);

CREATE TABLE sign_in_failures (
    subject TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at TEXT NOT NULL
);

CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    account_id TEXT,
    role TEXT,
    action TEXT NOT NULL,
    election_id TEXT,
    candidacy_id TEXT,
    before_sha256 TEXT,
    after_sha256 TEXT,
    legal_basis TEXT,
    detail TEXT NOT NULL
);
CREATE INDEX audit_by_candidacy ON audit (candidacy_id, id);

CREATE TABLE publication_head (
    id BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO publication_head (id, seq, hash) VALUES (1, 0, '');

CREATE TABLE publication_log (
    seq BIGINT PRIMARY KEY,
    entry TEXT NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    election_id TEXT NOT NULL,
    candidacy_id TEXT,
    record_sha256 TEXT
);
CREATE INDEX publication_log_by_candidacy ON publication_log (candidacy_id, seq);

-- The bytes that were hashed. `is_current` marks the one the public sees; none once withdrawn.
CREATE TABLE public_records (
    candidacy_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    election_id TEXT NOT NULL,
    record TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    seq BIGINT NOT NULL,
    is_current BIGINT NOT NULL,
    PRIMARY KEY (candidacy_id, version)
);
CREATE INDEX public_records_current ON public_records (is_current, candidacy_id);

-- What made a database, so that the demo never touches one that it did not make.
CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
