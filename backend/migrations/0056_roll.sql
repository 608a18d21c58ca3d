-- What the columns of the files of candidacies of an election hold, as an administrator said.
CREATE TABLE roll_headings (
    election_id TEXT PRIMARY KEY REFERENCES elections (id),
    version BIGINT NOT NULL,
    headings TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
