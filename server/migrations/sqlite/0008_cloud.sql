-- The embedded cloud: what it offers to every company, and how the resources of a company hang together and change.

CREATE TABLE compute_offering (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    display_text TEXT NOT NULL,
    -- Cores and memory are 0 where the caller chooses them.
    cpu_cores INTEGER NOT NULL,
    clock_mhz INTEGER NOT NULL,
    memory_mb INTEGER NOT NULL,
    storage_type TEXT NOT NULL,
    is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE storage_offering (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    storage_type TEXT NOT NULL,
    -- 0 where the caller chooses it.
    disk_gb INTEGER NOT NULL,
    is_custom INTEGER NOT NULL,
    is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE template (
    id BLOB PRIMARY KEY,
    zone_id BLOB NOT NULL REFERENCES zone (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    os_category TEXT NOT NULL,
    -- ISO for a disc image, else the format of a disk.
    format TEXT NOT NULL,
    -- The least that a root disk needs.
    disk_gb INTEGER NOT NULL,
    cost TEXT NOT NULL,
    is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE network_offering (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    display_text TEXT NOT NULL,
    availability TEXT NOT NULL,
    guest_ip_type TEXT NOT NULL,
    is_trial INTEGER NOT NULL,
    for_vpc INTEGER NOT NULL,
    is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ssh_key (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    name TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    UNIQUE (company_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE security_group (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    UNIQUE (company_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE security_rule (
    id INTEGER PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES security_group (id) ON DELETE CASCADE,
    is_egress INTEGER NOT NULL,
    protocol TEXT NOT NULL,
    -- Ports for TCP and UDP, type and code for ICMP.
    start_port INTEGER,
    end_port INTEGER,
    icmp_type INTEGER,
    icmp_code INTEGER,
    cidr_list TEXT NOT NULL
) STRICT;

CREATE INDEX security_rule_by_group ON security_rule (group_id, id);

ALTER TABLE network ADD COLUMN offering_id BLOB REFERENCES network_offering (id);
ALTER TABLE network ADD COLUMN is_public INTEGER NOT NULL DEFAULT 1;

ALTER TABLE instance RENAME TO instance_before;
ALTER TABLE volume RENAME TO volume_before;

CREATE TABLE instance (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    zone_id BLOB NOT NULL REFERENCES zone (id),
    name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    compute_offering_id BLOB REFERENCES compute_offering (id),
    storage_offering_id BLOB REFERENCES storage_offering (id),
    template_id BLOB REFERENCES template (id),
    template_name TEXT NOT NULL,
    iso_id BLOB REFERENCES template (id),
    ssh_key_id BLOB REFERENCES ssh_key (id),
    security_group_id BLOB REFERENCES security_group (id),
    cpu_cores INTEGER NOT NULL,
    memory_mb INTEGER NOT NULL,
    disk_gb INTEGER NOT NULL,
    state TEXT NOT NULL,
    -- While it changes: what it becomes, absent where it ceases to be, and when.
    next_state TEXT,
    due_at INTEGER,
    CHECK (next_state IS NULL OR due_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO instance (id, company_id, zone_id, name, display_name, owner_name, template_name, cpu_cores, memory_mb,
                      disk_gb, state)
SELECT id, company_id, zone_id, name, display_name, owner_name, template_name, cpu_cores, memory_mb, disk_gb, state
FROM instance_before;

-- An instance's place in a network. Either end takes it along when it goes.
CREATE TABLE nic (
    instance_id BLOB NOT NULL REFERENCES instance (id) ON DELETE CASCADE,
    network_id BLOB NOT NULL REFERENCES network (id) ON DELETE CASCADE,
    private_ip TEXT NOT NULL,
    -- The network that the instance was created in.
    is_default INTEGER NOT NULL,
    PRIMARY KEY (instance_id, network_id),
    UNIQUE (network_id, private_ip)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO nic (instance_id, network_id, private_ip, is_default)
SELECT id, network_id, private_ip, 1 FROM instance_before;

CREATE TABLE volume (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    zone_id BLOB NOT NULL REFERENCES zone (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    storage_offering_id BLOB REFERENCES storage_offering (id),
    storage_offering_name TEXT NOT NULL,
    size_gb INTEGER NOT NULL,
    instance_id BLOB REFERENCES instance (id),
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO volume (id, company_id, zone_id, name, kind, storage_offering_name, size_gb, instance_id, status, created_at)
SELECT v.id, v.company_id, v.zone_id, v.name, v.kind, v.storage_offering_name, v.size_gb,
       (SELECT MIN(i.id) FROM instance i WHERE i.company_id = v.company_id AND i.name = v.instance_name),
       v.status, v.created_at
FROM volume_before v;

CREATE TABLE vm_snapshot (
    id BLOB PRIMARY KEY,
    company_id BLOB NOT NULL REFERENCES company (id),
    zone_id BLOB NOT NULL REFERENCES zone (id),
    instance_id BLOB NOT NULL REFERENCES instance (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    has_memory INTEGER NOT NULL,
    status TEXT NOT NULL,
    -- Until when it is being taken.
    due_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

DROP TABLE volume_before;
DROP TABLE instance_before;

CREATE INDEX instance_by_company ON instance (company_id, id);
CREATE INDEX instance_by_due ON instance (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX volume_by_company ON volume (company_id, id);
CREATE INDEX volume_by_instance ON volume (instance_id) WHERE instance_id IS NOT NULL;
CREATE INDEX vm_snapshot_by_company ON vm_snapshot (company_id, id);
CREATE INDEX vm_snapshot_by_instance ON vm_snapshot (instance_id);
CREATE INDEX vm_snapshot_by_due ON vm_snapshot (due_at) WHERE due_at IS NOT NULL;
