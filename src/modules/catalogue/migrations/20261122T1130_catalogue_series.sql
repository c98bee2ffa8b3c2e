-- Members of a series are found by the fingerprint of the series' IRI. A stored column compared by plain equality is the one
-- kind of condition that PostgreSQL may look up in an index before it has applied row-level security.
alter table catalogue_resource add column series_hash text generated always as (md5(record #>> '{inSeries,0}')) stored;
create index catalogue_resource_series on catalogue_resource (tenant, series_hash) where series_hash is not null;
