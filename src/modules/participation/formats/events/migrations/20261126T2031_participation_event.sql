-- Events and office hours of a procedure, registrations with a waiting list, and dates that are found together.

-- An event on one day, or office hours whose time is divided into slots. Changed by staff; the counts by triggers alone.
create table participation_event (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- Its address below the procedure: 1, 2, 3.
  key integer not null,
  kind text not null check (kind in ('event', 'hours')),
  state text not null default 'draft' check (state in ('draft', 'public', 'cancelled')),
  title text not null,
  about text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  address text not null default '',
  -- Longitude and latitude, where it is known.
  lon double precision,
  lat double precision,
  -- What is known of the way there and of help on the spot, by the format's own schema.
  access jsonb not null default '{}',
  programme jsonb not null default '[]',
  -- Documents of the procedure that belong to it, and its minutes.
  documents uuid[] not null default '{}',
  minutes uuid[] not null default '{}',
  -- Whether one registers at all.
  registers boolean not null default true,
  -- No number: as many as come.
  seats integer check (seats between 1 and 100000),
  most_people integer not null default 1 check (most_people between 1 and 50),
  -- The first moment that is too late; without it that of the beginning.
  register_until timestamptz,
  asks_name text not null default 'maybe' check (asks_name in ('no', 'maybe', 'yes')),
  asks_needs boolean not null default true,
  -- Days after its end until what is known of persons is deleted.
  keep_days integer not null default 30 check (keep_days between 1 and 365),
  -- RFC 5545: raised with every change that calendars must learn of.
  sequence integer not null default 0,
  cancelled_reason text,
  taken integer not null default 0,
  waiting integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  check (starts_at < ends_at),
  check ((lon is null) = (lat is null)),
  check (kind = 'event' or seats is null),
  -- The guard of the last seat: whatever goes wrong elsewhere, more than there are is never written.
  constraint participation_event_seats check (taken >= 0 and waiting >= 0 and (seats is null or taken <= seats)),
  unique (tenant, id),
  unique (procedure, key),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_event_time on participation_event (tenant, starts_at);
alter table participation_event enable row level security;
create policy read on participation_event for select using (
  state <> 'draft' and exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_event using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_event to allmende_app;
grant update (state, title, about, starts_at, ends_at, place, address, lon, lat, access, programme, documents, minutes, registers, seats, most_people,
  register_until, asks_name, asks_needs, keep_days, sequence, cancelled_reason, version, changed_at) on participation_event to allmende_app;

-- One time of office hours at one table.
create table participation_slot (
  id uuid primary key default gen_random_uuid(),
  tenant uuid not null references identity_tenant (id),
  event uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  desk integer not null check (desk between 1 and 50),
  -- Kept with the booking, so that everybody sees what is free and nobody who comes.
  taken boolean not null default false,
  check (starts_at < ends_at),
  unique (event, starts_at, desk),
  unique (event, id),
  foreign key (tenant, event) references participation_event (tenant, id) on delete cascade
);
alter table participation_slot enable row level security;
create policy read on participation_slot for select using (exists (select 1 from participation_event e where e.id = event));
create policy staff on participation_slot using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_slot to allmende_app;

-- Who comes. Purpose: to keep a place and to prepare it. Name, address of mail, needs and link are deleted when `keep_days` of the event are
-- over, with a cancellation at once; how many came stays. Needs may say something about health: staff of the tenant alone reads them.
create table participation_registration (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  event uuid not null,
  slot uuid,
  -- Of its procedure, given while the row of the event is held: so it is also the order of the waiting list.
  number integer not null,
  state text not null check (state in ('registered', 'waiting', 'cancelled')),
  channel text not null default 'web' check (channel in ('web', 'staff')),
  people integer not null check (people between 1 and 50),
  name text,
  email text,
  needs text[] not null default '{}',
  note text,
  lang text not null default 'de',
  secret_hash bytea unique,
  address_mark bytea,
  -- How many really came.
  attended integer check (attended between 0 and 50),
  -- The transaction in which somebody moved up: it tells them.
  moved_in xid8,
  reminded_at timestamptz,
  received_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (procedure, number),
  -- Who cancelled is forgotten.
  check (state <> 'cancelled' or (name is null and email is null and needs = '{}' and note is null and address_mark is null)),
  check (slot is null or state <> 'waiting'),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, event) references participation_event (tenant, id),
  foreign key (event, slot) references participation_slot (event, id)
);
-- The guard of a slot: at one table and time there is one.
create unique index participation_registration_slot on participation_registration (slot) where state = 'registered';
create index participation_registration_event on participation_registration (event, number);
create index participation_registration_mark on participation_registration (address_mark) where address_mark is not null;
create index participation_registration_remind on participation_registration (event) where state = 'registered' and email is not null and reminded_at is null;

-- Whether somebody may still register, by the clock of the database at the moment of the statement.
create function participation_event_open(of_event uuid, of_slot uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from participation_event e left join participation_slot s on s.event = e.id and s.id = of_slot
    where e.id = of_event and e.state = 'public' and e.registers and participation_open(e.procedure, 'submit')
      and clock_timestamp() < least(coalesce(e.register_until, 'infinity'), case when e.kind = 'hours' then coalesce(s.starts_at, '-infinity') else e.starts_at end)
  )
$$;

alter table participation_registration enable row level security;
create policy read_own on participation_registration for select using (
  tenant = (select platform_tenant()) and secret_hash = (select participation_secret())
);
create policy read_by_staff on participation_registration for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy register on participation_registration for insert with check (
  tenant = (select platform_tenant()) and channel = 'web' and secret_hash = (select participation_secret()) and participation_event_open(event, slot)
);
-- Staff may enter whoever calls, also when the time is over.
create policy enter on participation_registration for insert with check (
  tenant = (select platform_tenant()) and channel = 'staff' and (select platform_staff())
);
create policy change on participation_registration for update
  using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()))
  with check (tenant = (select platform_tenant()));
create policy change_by_staff on participation_registration for update
  using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()));
grant select, insert on participation_registration to allmende_app;
grant update (state, people, name, email, needs, note, address_mark, attended, changed_at) on participation_registration to allmende_app;

-- Holds an event until the transaction ends. Whoever gives seats back holds it first: so nobody waits for somebody who waits.
create function participation_hold_event(of_event uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from participation_event e where e.id = of_event and e.tenant = platform_tenant() for update;
end $$;

-- Lets in or sends to the waiting list, one after the other. Sent twice, a form is there once: its id is made of what it says.
create function participation_admit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare e participation_event;
begin
  select * into e from participation_event where id = new.event and tenant = new.tenant for update;
  -- The row's policy refuses it.
  if e.id is null then return new; end if;
  if (e.kind = 'hours') <> (new.slot is not null) then raise exception 'office hours have slots, and events have none' using errcode = '42501'; end if;
  if exists (select 1 from participation_registration r where r.id = new.id and r.tenant = platform_tenant()) then return null; end if;
  if new.people > e.most_people and new.channel = 'web' then raise exception 'more people than one registration may bring' using errcode = '42501'; end if;
  new.state := case when e.seats is null or e.taken + new.people <= e.seats then 'registered' else 'waiting' end;
  new.procedure := e.procedure;
  new.moved_in := null;
  insert into participation_number (procedure, tenant, last) values (e.procedure, e.tenant, 1)
    on conflict (procedure) do update set last = participation_number.last + 1 returning last into new.number;
  return new;
end $$;
create trigger participation_admit before insert on participation_registration for each row execute function participation_admit();

-- Who cancelled stays away, a group does not grow, and from the waiting list nobody comes but by its order.
create function participation_registration_kept() returns trigger language plpgsql as $$
begin
  if old.state = 'cancelled' and new.state <> 'cancelled' then raise exception 'a registration that was cancelled stays so'; end if;
  if old.state = 'registered' and new.state = 'waiting' then raise exception 'a seat that was given is not taken away'; end if;
  if old.state = 'waiting' and new.state = 'registered' and new.moved_in is distinct from pg_current_xact_id() then raise exception 'the waiting list has an order'; end if;
  if new.people > old.people then raise exception 'a registration does not grow'; end if;
  return new;
end $$;
create trigger participation_registration_kept before update on participation_registration for each row execute function participation_registration_kept();

-- Whoever waits longest and fits into what is free moves up, again and again, until nobody fits.
create function participation_move_up(of_event uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare e participation_event;
begin
  loop
    select * into e from participation_event where id = of_event for update;
    exit when e.state <> 'public' or e.waiting = 0 or e.starts_at <= clock_timestamp();
    update participation_registration set state = 'registered', moved_in = pg_current_xact_id(), changed_at = clock_timestamp()
      where id = (select r.id from participation_registration r where r.event = of_event and r.state = 'waiting'
        and (e.seats is null or r.people <= e.seats - e.taken) order by r.number limit 1);
    exit when not found;
  end loop;
end $$;
revoke execute on function participation_move_up(uuid) from public;

-- Keeps the counts of an event and its slots with each registration; what is given back goes to the waiting list.
create function participation_count_seats() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seats_came integer := case when new.state = 'registered' then new.people else 0 end;
  seats_went integer := case when tg_op = 'UPDATE' and old.state = 'registered' then old.people else 0 end;
  wait_came integer := case when new.state = 'waiting' then new.people else 0 end;
  wait_went integer := case when tg_op = 'UPDATE' and old.state = 'waiting' then old.people else 0 end;
begin
  if seats_came = seats_went and wait_came = wait_went then return null; end if;
  update participation_event set taken = taken + seats_came - seats_went, waiting = waiting + wait_came - wait_went where id = new.event;
  if new.slot is not null then update participation_slot set taken = seats_came > 0 where id = new.slot; end if;
  -- A waiting group that became smaller may fit now, too.
  if seats_came < seats_went or (wait_came > 0 and wait_came < wait_went) then perform participation_move_up(new.event); end if;
  return null;
end $$;
create trigger participation_count_seats after insert or update of state, people on participation_registration
  for each row execute function participation_count_seats();

-- More seats: the waiting list moves up at once.
create function participation_more_seats() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform participation_move_up(new.id);
  return null;
end $$;
create trigger participation_more_seats after update of seats on participation_event
  for each row when (new.waiting > 0 and new.seats is distinct from old.seats) execute function participation_more_seats();

-- Those whom this transaction let move up, so that it can tell them; nobody else.
create function participation_moved_up() returns table (id uuid, event uuid, number integer, people integer, email text, lang text)
language sql volatile security definer set search_path = public, pg_temp as $$
  select r.id, r.event, r.number, r.people, r.email, r.lang from participation_registration r
  where r.tenant = platform_tenant() and r.moved_in = pg_current_xact_id() and r.state = 'registered' and r.email is not null order by r.number
$$;

-- Where one takes part from afar. It stands apart, so that only those who are registered read it where staff wants it so.
create table participation_event_link (
  event uuid primary key,
  tenant uuid not null references identity_tenant (id),
  link text not null,
  everybody boolean not null default false,
  foreign key (tenant, event) references participation_event (tenant, id) on delete cascade
);
alter table participation_event_link enable row level security;
create policy read on participation_event_link for select using (
  everybody and exists (select 1 from participation_event e where e.id = event)
);
create policy read_registered on participation_event_link for select using (
  tenant = (select platform_tenant()) and exists (
    select 1 from participation_registration r where r.event = participation_event_link.event and r.state = 'registered'
      and r.secret_hash = (select participation_secret()))
);
create policy staff on participation_event_link using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update, delete on participation_event_link to allmende_app;

-- How many wait before somebody who does, for whoever holds the link: a figure and nobody's name.
create function participation_place_in_line(of_registration uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer + 1 from participation_registration o join participation_registration r on r.event = o.event
  where r.id = of_registration and r.tenant = platform_tenant() and r.state = 'waiting' and o.state = 'waiting' and o.number < r.number
    and (r.secret_hash = participation_secret() or platform_staff())
$$;

-- Throws a draft away: only one to which nobody came.
create function participation_drop_event(of_event uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from participation_event e where e.id = of_event and e.tenant = platform_tenant() and platform_staff() and e.state = 'draft'
    and not exists (select 1 from participation_registration r where r.event = e.id);
  return found;
end $$;

-- Takes a time of office hours away: only slots that nobody ever booked. Gives how many went.
create function participation_drop_slots(of_event uuid, at timestamptz) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare gone integer;
begin
  delete from participation_slot s where s.event = of_event and s.tenant = platform_tenant() and platform_staff() and s.starts_at = at
    and not exists (select 1 from participation_registration r where r.slot = s.id);
  get diagnostics gone = row_count;
  return gone;
end $$;
