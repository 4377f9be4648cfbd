CREATE TABLE audit_entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    -- The account that it was done to.
    subject_id BLOB NOT NULL,
    -- The account that did it; absent for the server and the operator.
    actor_id BLOB,
    actor_name TEXT NOT NULL,
    address TEXT,
    api_key TEXT,
    reason TEXT,
    -- HMAC of the predecessor's mac and this entry.
    mac BLOB NOT NULL
) STRICT;

CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, id);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, id);

-- The newest entry, sealed by an HMAC of its own: without it, the removal of the newest entries would not show.
CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entry_id BLOB NOT NULL,
    mac BLOB NOT NULL,
    seal BLOB NOT NULL,
    -- The sealing key that the chain's key is derived from.
    sealing_key BLOB NOT NULL
) STRICT;

-- What event streams tell, in the order in which it was committed.
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    -- The user who may read it; absent for the administrators.
    user_id BLOB,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX event_by_user ON event (user_id, id);
CREATE INDEX event_by_age ON event (at);
