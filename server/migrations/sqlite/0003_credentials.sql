CREATE TABLE credential (
    id BLOB PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES account (id),
    company_id BLOB NOT NULL REFERENCES company (id),
    api_key TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    secret_version INTEGER NOT NULL DEFAULT 1,
    secret_created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX credential_by_user ON credential (user_id, created_at);

-- The secrets that work now. A replaced or revoked one is deleted.
CREATE TABLE secret (
    credential_id BLOB NOT NULL REFERENCES credential (id),
    version INTEGER NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (credential_id, version)
) STRICT, WITHOUT ROWID;
