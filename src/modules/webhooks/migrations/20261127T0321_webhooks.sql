-- Receivers of messages: addresses of others that are told, signed, what was published, changed or withdrawn.
create table webhooks_receiver (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  name text not null,
  address text not null,
  -- What the tenants below publish, too.
  below boolean not null default false,
  kinds text[] not null check (kinds <@ array['created', 'updated', 'withdrawn'] and cardinality(kinds) > 0),
  -- broken: it did not take anything for a day, and is paused until somebody switches it on again.
  state text not null default 'on' check (state in ('on', 'off', 'broken')),
  -- Sealed under the instance's secret: whoever signs has to know it. For a day after a change the former one signs besides.
  secret text not null,
  former_secret text,
  former_until timestamptz,
  -- How far it was told in the order of changes, and up to where it knows everything: what came to be seen later is new to it.
  place_number bigint not null,
  place_id uuid not null,
  caught_number bigint not null,
  -- Attempts in vain since something was taken, and when the next one is.
  attempts smallint not null default 0,
  next_at timestamptz not null default now(),
  good_at timestamptz,
  broken_since timestamptz,
  -- Who sends to it right now, and until when he is believed. The database's clock decides.
  lease uuid,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (tenant, id)
);
create index webhooks_receiver_due on webhooks_receiver (next_at) where state = 'on';
comment on table webhooks_receiver is 'Addresses of programs that are told of changes. No personal data; deleted by the tenant.';

-- What was sent, once each, with how it went. Its id is the message's, however often it is sent.
create table webhooks_delivery (
  id uuid primary key,
  tenant uuid not null,
  receiver uuid not null,
  kind text not null check (kind in ('changes', 'test')),
  -- open: not taken yet, it is tried again. failed: a trial that was not taken.
  state text not null default 'open' check (state in ('open', 'done', 'failed')),
  body text not null,
  changes integer not null default 0,
  -- Where the receiver stands once it has taken it.
  place_number bigint,
  place_id uuid,
  caught_number bigint,
  attempts smallint not null default 0,
  -- The answer: its status, or why there was none.
  status smallint,
  fault text,
  took_ms integer,
  created_at timestamptz not null default now(),
  tried_at timestamptz,
  foreign key (tenant, receiver) references webhooks_receiver (tenant, id) on delete cascade
);
create index webhooks_delivery_of on webhooks_delivery (receiver, created_at desc, id);
-- In order: the next one is made when this one was taken.
create unique index webhooks_delivery_open on webhooks_delivery (receiver) where state = 'open' and kind = 'changes';
comment on table webhooks_delivery is 'Messages to receivers and how they went. No personal data; what is done is deleted after 30 days.';

alter table webhooks_receiver enable row level security;
create policy staff on webhooks_receiver using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table webhooks_delivery enable row level security;
create policy staff on webhooks_delivery using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update, delete on webhooks_receiver to allmende_app;
grant select, insert, update on webhooks_delivery to allmende_app;
