-- Where each user's API access stands; one row for every user of a company.
CREATE TABLE api_access (
    user_id BLOB PRIMARY KEY REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    state TEXT NOT NULL DEFAULT 'disabled'
        CHECK (state IN ('disabled', 'pending', 'denied', 'approved', 'suspended')),
    decided_by TEXT,
    decided_at INTEGER,
    reason TEXT,
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE access_request (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    user_id BLOB NOT NULL REFERENCES account (id),
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'denied', 'withdrawn')),
    sent_at INTEGER NOT NULL,
    reason TEXT,
    decided_by TEXT,
    decided_at INTEGER,
    decision_reason TEXT,
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX one_pending_request_a_user ON access_request (user_id) WHERE state = 'pending';
CREATE INDEX access_request_by_state ON access_request (state, id);
