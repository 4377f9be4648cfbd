-- Calls that scripts made with a key: route templates only, never a URL, a header or a body.
CREATE TABLE api_call (
    id INTEGER PRIMARY KEY,
    credential_id BLOB NOT NULL REFERENCES credential (id),
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    route TEXT NOT NULL,
    status INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    address TEXT NOT NULL,
    -- Calls that were held back, alike and at the same time are one row.
    times INTEGER NOT NULL CHECK (times > 0)
) STRICT;

-- Holds all that counting needs.
CREATE INDEX api_call_by_credential ON api_call (credential_id, at, status, times);
CREATE INDEX api_call_by_age ON api_call (at);

-- The newest call of each key; it stays when the call itself is purged.
CREATE TABLE credential_use (
    credential_id BLOB PRIMARY KEY REFERENCES credential (id),
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    route TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
