-- The name of each candidacy's photo file, as a sheet told it: by it a ZIP of photos is given out to many.
CREATE TABLE photo_files (
    candidacy_id TEXT PRIMARY KEY REFERENCES candidacies (id),
    file_name TEXT NOT NULL
);
