-- What was measured of each photo that was uploaded, for remarks that never block.
CREATE TABLE photo_measures (
    candidacy_id TEXT NOT NULL REFERENCES candidacies (id),
    sha256 TEXT NOT NULL,
    measures TEXT NOT NULL,
    PRIMARY KEY (candidacy_id, sha256)
);
