-- Ids are UUIDv7 in 16 bytes, instants UTC milliseconds, here and in every later table.

CREATE TABLE company (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    -- Lower case, for comparing.
    name_key TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id BLOB PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    role_name TEXT NOT NULL,
    -- Absent for portal administrators, and only for them.
    company_id BLOB REFERENCES company (id),
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    -- Name, e-mail and company in lower case, for searching.
    search_text TEXT NOT NULL,
    profile_version INTEGER NOT NULL DEFAULT 1,
    mobile_number TEXT NOT NULL DEFAULT '',
    secondary_phone TEXT NOT NULL DEFAULT '',
    secondary_email TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    country_code TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    time_zone TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    -- SHA-256 of the token; the token is only in the browser.
    digest BLOB PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    stepped_up_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_user ON session (user_id);
