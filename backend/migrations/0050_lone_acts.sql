-- Since when nobody but whoever proposed an act could decide on it; null while somebody can.
ALTER TABLE proposals ADD COLUMN alone_since TEXT;
