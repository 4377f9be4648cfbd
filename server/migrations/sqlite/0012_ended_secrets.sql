-- The pairs that stopped working, without their seals: whoever still presents one is told when it ended.
CREATE TABLE ended_secret (
    credential_id BLOB NOT NULL REFERENCES credential (id),
    version INTEGER NOT NULL,
    -- As in the table secret.
    pair_mac BLOB NOT NULL,
    ended_at INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('replaced', 'revoked')),
    PRIMARY KEY (credential_id, version)
) STRICT, WITHOUT ROWID;
