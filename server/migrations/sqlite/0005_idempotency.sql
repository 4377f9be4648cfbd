CREATE TABLE idempotency (
    principal BLOB NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_digest BLOB NOT NULL,
    begun_at INTEGER NOT NULL,
    -- The answer; absent while the first request is in flight. It never holds a secret.
    status INTEGER,
    body TEXT,
    PRIMARY KEY (principal, route, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_by_age ON idempotency (begun_at);
