-- Whose place a candidacy took: one that was substituted.
ALTER TABLE candidacies ADD COLUMN substitutes TEXT REFERENCES candidacies (id);
CREATE UNIQUE INDEX candidacies_by_substituted ON candidacies (substitutes);
