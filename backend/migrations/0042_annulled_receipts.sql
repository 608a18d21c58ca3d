-- When a receipt was annulled; its facts stay as they were hashed.
ALTER TABLE receipts ADD COLUMN annulled_at TEXT;

-- A place is taken once by whoever holds it: a substitute that was cancelled left it.
DROP INDEX candidacies_by_substituted;
CREATE UNIQUE INDEX candidacies_by_substituted ON candidacies (substitutes)
    WHERE state <> 'cancelled';
