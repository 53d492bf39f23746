-- What a check may look for in a node, and what an edge stands on, as a small number beside the element (Sqlite/StoredFact.cs): who asks
-- of all of them reads none. Null where it is not known, and is worked out when it is asked for. What stood before is filled in by the
-- program in the same transaction (Sqlite/FactFilling.cs).

ALTER TABLE node_version ADD COLUMN fact INTEGER;
ALTER TABLE edge_version ADD COLUMN fact INTEGER;

-- One municipality's nodes of a kind, of as many as there are municipalities: a page of them, and the namesakes of what is imported.
DROP INDEX node_kind;
CREATE INDEX node_kind ON node_version (kind, kommune) WHERE until_rev IS NULL;
