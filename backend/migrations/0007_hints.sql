-- Fingerprints of the texts that were sent to review, so that a text near-identical to another
-- candidacy's is found without reading them all. The version is the one that was sent.
CREATE TABLE text_fingerprints (
    election_id TEXT NOT NULL REFERENCES elections (id),
    fingerprint BIGINT NOT NULL,
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    section TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (election_id, fingerprint, candidacy_id, section)
);
CREATE INDEX text_fingerprints_by_candidacy ON text_fingerprints (candidacy_id, section);
