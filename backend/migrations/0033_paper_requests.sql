-- Revocations and ARCO requests that came on paper, as the Unidad de Transparencia recorded them.
CREATE TABLE paper_requests (
    id TEXT PRIMARY KEY,
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    kind TEXT NOT NULL,
    dated TEXT NOT NULL,
    reference TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    at TEXT NOT NULL
);
CREATE INDEX paper_requests_by_candidacy ON paper_requests (candidacy_id, at, id);
