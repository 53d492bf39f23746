-- Checksums of what had none: the texts that repeat, what is said of a revision, and scenarios. key_hash is the program's (FNV-1a, 64 bits).

ALTER TABLE term ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
UPDATE term SET hash = key_hash(text);

ALTER TABLE revision ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;   -- over the row, its sum included
UPDATE revision SET seal = key_hash(
  number || char(10) || at || char(10) || author || char(10) || action || char(10) || coalesce(source, '') || char(10) || summary || char(10)
  || sum);

ALTER TABLE scenario ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;   -- over the row
UPDATE scenario SET seal = key_hash(name || char(10) || changes || char(10) || author || char(10) || at);
