-- The lists of tenants whose published things a connection may read, each under its fingerprint. A connection is told the
-- fingerprint only: reading a list of 400 tenants anew from text for every question took PostgreSQL 0.25 ms, finding it here takes 0.03.
-- An unknown fingerprint reads nothing. Ids of tenants are no secret.
create table platform_reader (
  key text primary key,
  tenants uuid[] not null
);
-- Ids do not compress.
alter table platform_reader alter column tenants set storage external;
grant select on platform_reader to allmende_app;

create or replace function platform_readable() returns uuid[] language sql stable as $$
  select case
    -- A server of the version before, still running while this migration is applied, tells the list itself.
    when current_setting('allmende.readable', true) like '{%' then current_setting('allmende.readable', true)::uuid[]
    else coalesce((select tenants from platform_reader where key = current_setting('allmende.readable', true)), '{}')
  end
$$;
