-- What `/restapi` lists. Zones are the cloud's own, everything else belongs to a company.

CREATE TABLE zone (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE network (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    zone_id BLOB NOT NULL REFERENCES zone (id),
    name TEXT NOT NULL,
    cidr TEXT NOT NULL,
    gateway TEXT NOT NULL,
    kind TEXT NOT NULL,
    domain TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE instance (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    zone_id BLOB NOT NULL REFERENCES zone (id),
    network_id BLOB NOT NULL REFERENCES network (id),
    name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    network_name TEXT NOT NULL,
    template_name TEXT NOT NULL,
    cpu_cores INTEGER NOT NULL,
    memory_mb INTEGER NOT NULL,
    disk_gb INTEGER NOT NULL,
    state TEXT NOT NULL,
    private_ip TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE volume (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    zone_id BLOB NOT NULL REFERENCES zone (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    storage_offering_name TEXT NOT NULL,
    size_gb INTEGER NOT NULL,
    instance_name TEXT,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX network_by_company ON network (company_id, id);
CREATE INDEX instance_by_company ON instance (company_id, id);
CREATE INDEX volume_by_company ON volume (company_id, id);
