-- Sessions have an id that outlives their token. Those of before have no HMAC, so everybody signs in once more.
DROP TABLE session;

CREATE TABLE session (
    id BLOB PRIMARY KEY,
    -- HMAC of session, user and the token's digest, under a key derived from the sealing key.
    token_mac BLOB NOT NULL,
    user_id BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    stepped_up_at INTEGER NOT NULL,
    -- The factor of the last step-up.
    confirmed_with TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    -- Where it was last seen.
    address TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_user ON session (user_id, created_at);

-- HMAC of the pair and its owner, see secrets/pair.rs. The program fills it in for the secrets of before.
ALTER TABLE secret RENAME COLUMN digest TO pair_mac;
