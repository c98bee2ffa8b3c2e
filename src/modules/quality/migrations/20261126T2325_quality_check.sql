-- Catalogues that somebody had checked on the public page. The content is erased as soon as it is judged, the row after 24 hours. Who
-- asked is not kept; an address or a file's name may say something about the catalogue, so whoever has the link reads it and nobody else.
create table quality_check (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  secret_hash bytea not null unique,
  profile text not null,
  -- The file's name or the address; '' for a text that was pasted.
  name text not null,
  address text,
  content bytea,
  media_type text,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  -- Why it could not be judged: text key with values.
  fault jsonb,
  report jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index quality_check_age on quality_check (created_at);
alter table quality_check enable row level security;
create policy put_in on quality_check for insert with check (tenant = (select platform_tenant()));
create policy read on quality_check for select using (tenant = (select platform_tenant()) and secret_hash = (select platform_secret()));
-- Written by the job alone, as the owner.
grant select, insert on quality_check to allmende_app;
