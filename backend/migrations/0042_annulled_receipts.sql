-- When a receipt was annulled; its facts stay as they were hashed.
ALTER TABLE receipts ADD COLUMN annulled_at TEXT;
