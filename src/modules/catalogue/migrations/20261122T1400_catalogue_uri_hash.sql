-- Records are found by the fingerprint of their IRI. It is a column of its own for the same reason as the series' fingerprint:
-- beside row-level security PostgreSQL looks up plain equality in an index, but calls no function before the security condition.
alter table catalogue_resource add column uri_hash text not null generated always as (md5(uri)) stored;
create unique index catalogue_resource_uri_hash on catalogue_resource (tenant, uri_hash);
create index catalogue_resource_any_uri_hash on catalogue_resource (uri_hash);
drop index catalogue_resource_uri;
drop index catalogue_resource_any_uri;

alter table catalogue_import_note add column record_hash text not null generated always as (md5(record)) stored;
create index catalogue_import_note_record_hash on catalogue_import_note (tenant, record_hash);
drop index catalogue_import_note_record;
