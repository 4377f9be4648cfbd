-- What an act of a script was done to. Absent for all other acts.
ALTER TABLE audit_entry ADD COLUMN resource_id BLOB;
ALTER TABLE audit_entry ADD COLUMN resource_name TEXT;

CREATE INDEX audit_entry_by_resource ON audit_entry (resource_id, seq) WHERE resource_id IS NOT NULL;

-- The company whose users may read an event, where that is not one user or the administrators.
ALTER TABLE event ADD COLUMN company_id BLOB;

CREATE INDEX event_by_company ON event (company_id, id) WHERE company_id IS NOT NULL;
