-- Overwritten to learn whether the database can be written. As large as an act, which needs several pages.
CREATE TABLE write_probe (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    padding BLOB NOT NULL
) STRICT;

INSERT INTO write_probe (one, padding) VALUES (1, zeroblob(65536));
