-- Votes: boxes, what stands for election, who has voted, and what was voted. Why it is so: docs/decisions/0039.

create table participation_box (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- What stands in addresses: gesamt, hagen.
  slug text not null check (slug ~ '^[a-z0-9-]{1,40}$'),
  title text not null,
  position smallint not null,
  -- knapsack: what fits into the budget; approval: as many as allowed; points: a sum to give away; ranking: the best first.
  kind text not null default 'knapsack' check (kind in ('knapsack', 'approval', 'points', 'ranking')),
  -- A name of model/tally.
  rule text not null default 'equalshares/add1',
  threshold integer,
  -- Cents.
  budget bigint not null check (budget > 0 and budget <= 100000000000000),
  -- How many projects a ballot may name.
  fewest smallint not null default 1 check (fewest between 1 and 500),
  most smallint check (most between 1 and 500),
  -- Points of a ballot, and how many of them one project may get.
  points smallint not null default 10 check (points between 1 and 1000),
  each smallint check (each between 1 and 1000),
  -- Boxes with the same register take one vote of a person between them.
  register uuid not null,
  -- End of the log: how many entries, and the hash of the last one.
  last integer not null default 0,
  head bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
  -- Ballots that count.
  ballots integer not null default 0,
  -- When the register was written anew in the order of the marks.
  mixed_at timestamptz,
  counted_at timestamptz,
  unique (procedure, slug),
  unique (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_box enable row level security;
create policy read on participation_box for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_box using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert (id, tenant, procedure, slug, title, position, kind, rule, threshold, budget, fewest, most, points, each, register),
  update (title, position, kind, rule, threshold, budget, fewest, most, points, each, register) on participation_box to allmende_app;

-- A proposal on its way to the ballot: what the offices say of it, and what it costs.
create table participation_budget_project (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- The proposal it came from; none where an office proposes itself.
  submission uuid,
  box uuid,
  -- What stands on ballots and in files: a letter or a number.
  key text check (key ~ '^[A-Z0-9]{1,6}$'),
  title text not null,
  summary text not null default '',
  place text not null default '',
  -- checking: with an office; checked: can be done, stands for election; refused: cannot, with the reason in note.
  state text not null default 'checking' check (state in ('checking', 'checked', 'refused')),
  -- Cents.
  cost bigint check (cost > 0 and cost <= 100000000000000),
  office text not null default '',
  note text not null default '',
  changed_at timestamptz not null default clock_timestamp(),
  unique (tenant, id),
  unique (box, key),
  unique (procedure, submission),
  check (state <> 'checked' or (cost is not null and box is not null and key is not null)),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, box) references participation_box (tenant, id)
);
create index participation_budget_project_of on participation_budget_project (procedure, state);
create index participation_budget_project_submission on participation_budget_project (submission);
alter table participation_budget_project enable row level security;
create policy read on participation_budget_project for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_budget_project using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_budget_project to allmende_app;

-- From the first vote on neither costs nor rules change: the lock of the box lets changes and votes come one after the other.
create function participation_keep_ballot() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare votes integer;
begin
  if tg_op = 'UPDATE' and (new.box, new.key, new.cost, new.state) is not distinct from (old.box, old.key, old.cost, old.state) then return new; end if;
  select max(last) into votes from (select last from participation_box
    where id in (coalesce(case when tg_op <> 'INSERT' then old.box end, new.box), case when tg_op <> 'DELETE' then new.box end)
    order by id for update) b;
  if votes > 0 then raise exception 'the vote has begun' using errcode = 'AL001'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger participation_ballot_kept before insert or delete or update on participation_budget_project
  for each row execute function participation_keep_ballot();

create function participation_keep_box() returns trigger language plpgsql as $$
begin
  if old.last > 0 and (new.kind, new.rule, new.threshold, new.budget, new.fewest, new.most, new.points, new.each, new.register)
    is distinct from (old.kind, old.rule, old.threshold, old.budget, old.fewest, old.most, old.points, old.each, old.register)
  then raise exception 'the vote has begun' using errcode = 'AL001'; end if;
  return new;
end $$;
create trigger participation_box_kept before update on participation_box for each row execute function participation_keep_box();

-- Who has voted: a fingerprint keyed with the instance's secret. No time, no ballot, nothing else. Only the functions below touch it.
-- Purpose: one vote for each person. Goes with the retention of the procedure.
create table participation_voter (
  register uuid not null,
  mark bytea not null check (length(mark) = 32),
  tenant uuid not null references identity_tenant (id),
  primary key (register, mark)
);
alter table participation_voter enable row level security;

-- What was voted. Purpose: the count, and counting again. No person, no address, no time finer than the day.
create table participation_vote (
  id uuid primary key default gen_random_uuid(),
  tenant uuid not null references identity_tenant (id),
  box uuid not null,
  position integer not null,
  channel text not null check (channel in ('online', 'paper')),
  day date not null,
  -- Fingerprint of the receipt code; of papers, that of box and number of the paper.
  receipt bytea not null check (length(receipt) = 32),
  -- Blanked when a later entry takes its place; the digest stays in the chain.
  projects text[],
  points smallint[],
  replaces bytea,
  -- SHA-256 of the entry, and of the chain up to it.
  digest bytea not null,
  hash bytea not null,
  unique (box, position),
  unique (box, receipt),
  unique (box, replaces),
  foreign key (tenant, box) references participation_box (tenant, id)
);
alter table participation_vote enable row level security;
-- Nobody reads ballots before the end: staff from the end on, to count; everybody once they are counted.
create policy read_counted on participation_vote for select using (
  (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
  and box = any ((select array(select b.id from participation_box b where b.counted_at is not null))::uuid[])
);
-- Voting in these boxes of the tenant is over, by the clock of the database.
create function participation_boxes_over() returns uuid[] language sql volatile security definer set search_path = public, pg_temp as $$
  select array(select b.id from participation_box b where b.tenant = platform_tenant()
    and exists (select 1 from participation_phase f where f.procedure = b.procedure and 'vote' = any (f.actions) and f.ends_at <= clock_timestamp())
    and not exists (select 1 from participation_phase f where f.procedure = b.procedure and 'vote' = any (f.actions)
      and f.starts_at is not null and (f.ends_at is null or f.ends_at > clock_timestamp())))
$$;
create policy read_over on participation_vote for select using (
  tenant = (select platform_tenant()) and (select platform_staff()) and box = any ((select participation_boxes_over())::uuid[])
);
grant select on participation_vote to allmende_app;

-- Codes sent by letter. The code itself is nowhere: a keyed fingerprint only. Goes with the retention of the procedure.
create table participation_code (
  procedure uuid not null,
  hash bytea not null check (length(hash) = 32),
  tenant uuid not null references identity_tenant (id),
  batch text not null,
  -- A lost letter: its code opens nothing any more.
  void boolean not null default false,
  primary key (procedure, hash),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_code enable row level security;
create policy staff on participation_code using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update (void) on participation_code to allmende_app;

-- Whether a ballot breaks a rule of its box; null when it is good.
create function participation_ballot_fault(b participation_box, chosen text[], given smallint[]) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare known integer; total numeric;
begin
  select count(*), coalesce(sum(p.cost), 0) into known, total from participation_budget_project p
    where p.box = b.id and p.state = 'checked' and p.key = any (chosen);
  -- Counting distinct keys: a project named twice is not known twice.
  if known <> cardinality(chosen) then return 'unknown-project'; end if;
  if known < b.fewest then return 'too-few'; end if;
  if known > b.most then return 'too-many'; end if;
  if b.kind = 'knapsack' and total > b.budget then return 'over-budget'; end if;
  if b.kind = 'points' then
    if cardinality(given) is distinct from known then return 'points'; end if;
    if (select sum(g) > b.points or min(g) < 1 or max(g) > coalesce(b.each, b.points) from unnest(given) g) then return 'points'; end if;
  elsif given is not null then return 'points';
  end if;
  return null;
end $$;

-- The text of an entry, as it is hashed: docs/decisions/0039 says how to do it by hand.
create function participation_entry(channel text, day date, receipt bytea, replaces bytea, projects text[], points smallint[]) returns bytea
language sql immutable as $$
  select sha256(convert_to(concat_ws(';', channel, to_char(day, 'YYYY-MM-DD'), encode(receipt, 'hex'), coalesce(encode(replaces, 'hex'), ''),
    array_to_string(projects, ','), coalesce(array_to_string(points, ','), '')), 'UTF8'))
$$;

-- Takes a batch of votes, each for itself, in one statement: [{box, mark, code?, receipt, replaces?, projects, points?, paper?}], bytes in hex.
-- Says of each: cast; same (this very vote is there already); voted (somebody with this mark has voted); changed (the code no longer opens
-- a ballot); closed; unknown-code; unknown-box; or what is wrong with the ballot. The clock is read under the lock of the box.
create function participation_cast(votes jsonb) returns table (n integer, state text, at timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  b participation_box;
  own uuid := platform_tenant();
  one record;
  -- There can be another entry by the same receipt.
  kept participation_vote;
  wants_code boolean;
  open boolean;
  may boolean;
  today date;
  entry bytea;
  fault text;
begin
  for b in select x.* from participation_box x where x.tenant = own
    and x.id in (select (v ->> 'box')::uuid from jsonb_array_elements(votes) v) order by x.id for update
  loop
    at := clock_timestamp();
    today := (at at time zone 'Europe/Berlin')::date;
    open := b.counted_at is null and participation_open(b.procedure, 'vote');
    select p.identity ->> 'vote' = 'code' into wants_code from participation_procedure p where p.id = b.procedure;
    for one in
      select (e.i - 1)::integer as i, decode(v ->> 'mark', 'hex') as mark, decode(v ->> 'code', 'hex') as code,
        decode(v ->> 'receipt', 'hex') as receipt, decode(v ->> 'replaces', 'hex') as replaces, coalesce((v ->> 'paper')::boolean, false) as paper,
        array(select jsonb_array_elements_text(v -> 'projects')) as projects,
        case when jsonb_typeof(v -> 'points') = 'array' then array(select jsonb_array_elements_text(v -> 'points')::smallint) end as points
      from jsonb_array_elements(votes) with ordinality as e (v, i) where (v ->> 'box')::uuid = b.id order by e.i
    loop
      n := one.i;
      select * into kept from participation_vote k where k.box = b.id and k.receipt = one.receipt;
      if found then
        state := case when (kept.projects, kept.points) is not distinct from (one.projects, one.points) then 'same' else 'voted' end;
        return next; continue;
      end if;
      may := case when one.paper then b.counted_at is null and platform_staff() else open end;
      fault := case when not may then 'closed' else participation_ballot_fault(b, one.projects, one.points) end;
      if fault is not null then state := fault; return next; continue; end if;
      if one.replaces is not null then
        update participation_vote k set projects = null, points = null
          where k.box = b.id and k.receipt = one.replaces and k.projects is not null and k.channel = 'online';
        if not found then state := 'changed'; return next; continue; end if;
        b.ballots := b.ballots - 1;
      elsif not one.paper then
        if wants_code and not exists (select 1 from participation_code c where c.procedure = b.procedure and c.hash = one.code and not c.void)
          then state := 'unknown-code'; return next; continue; end if;
        insert into participation_voter values (b.register, one.mark, own) on conflict do nothing;
        if not found then state := 'voted'; return next; continue; end if;
      end if;
      b.last := b.last + 1;
      b.ballots := b.ballots + 1;
      entry := participation_entry(case when one.paper then 'paper' else 'online' end, today, one.receipt, one.replaces, one.projects, one.points);
      b.head := sha256(b.head || entry);
      insert into participation_vote (tenant, box, position, channel, day, receipt, projects, points, replaces, digest, hash)
        values (own, b.id, b.last, case when one.paper then 'paper' else 'online' end, today, one.receipt, one.projects, one.points, one.replaces, entry, b.head);
      state := 'cast'; return next;
    end loop;
    update participation_box x set last = b.last, head = b.head, ballots = b.ballots where x.id = b.id and x.last <> b.last;
  end loop;
end $$;
revoke all on function participation_cast(jsonb) from public;
grant execute on function participation_cast(jsonb) to allmende_app;

-- Spends codes whose ballots came on paper: gives how many were new.
create function participation_spend(of_box uuid, marks bytea[]) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare spent integer;
begin
  if not platform_staff() then raise exception 'for staff only' using errcode = '42501'; end if;
  insert into participation_voter select b.register, m, b.tenant from participation_box b, unnest(marks) m
    where b.id = of_box and b.tenant = platform_tenant() and b.counted_at is null on conflict do nothing;
  get diagnostics spent = row_count;
  return spent;
end $$;
revoke all on function participation_spend(uuid, bytea[]) from public;
grant execute on function participation_spend(uuid, bytea[]) to allmende_app;

-- Writes the register of a box anew, in the order of the marks and in one transaction: what PostgreSQL keeps of every row (when it was
-- written, where it lies) then tells nothing about who voted with which ballot. At most every `minutes`; says whether it was done.
create function participation_mix(of_box uuid, minutes integer) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare b participation_box;
begin
  select * into b from participation_box x where x.id = of_box and x.tenant = platform_tenant()
    and (x.mixed_at is null or x.mixed_at <= clock_timestamp() - make_interval(mins => minutes)) for update;
  if not found then return false; end if;
  with gone as (delete from participation_voter v where v.register = b.register returning v.*)
  insert into participation_voter select g.register, g.mark, g.tenant from gone g order by g.mark;
  update participation_box x set mixed_at = clock_timestamp() where x.id = b.id;
  return true;
end $$;
revoke all on function participation_mix(uuid, integer) from public;
grant execute on function participation_mix(uuid, integer) to allmende_app;

-- The result of a box, once: the ballots it rests on, how it was counted and what came out.
create table participation_count (
  box uuid primary key,
  tenant uuid not null references identity_tenant (id),
  -- End of the log that was counted.
  last integer not null,
  head bytea not null,
  ballots integer not null,
  -- As model/tally gives it: by the rule that holds, and by most votes for comparison.
  outcome jsonb not null,
  comparison jsonb,
  counted_at timestamptz not null default clock_timestamp(),
  -- Who pressed the button. For staff only; null when the person erased the account.
  person uuid,
  foreign key (tenant, box) references participation_box (tenant, id)
);
create index participation_count_person on participation_count (person) where person is not null;
alter table participation_count enable row level security;
create policy read on participation_count for select using (
  tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[])
);
create policy write on participation_count for insert with check (
  tenant = (select platform_tenant()) and (select platform_staff()) and box = any ((select participation_boxes_over())::uuid[])
);
grant select, insert on participation_count to allmende_app;
-- A counted box takes nothing more. Whoever counted too little, because a vote came meanwhile, is refused.
create function participation_close_box() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update participation_box set counted_at = new.counted_at
    where id = new.box and last = new.last and head = new.head and ballots = new.ballots and counted_at is null;
  if not found then raise exception 'the box has changed' using errcode = 'AL002'; end if;
  return null;
end $$;
create trigger participation_counted after insert on participation_count for each row execute function participation_close_box();

-- Ballots on paper, typed in twice by two people. Those of whom both say the same go into the log.
create table participation_paper (
  box uuid not null,
  -- The number printed or stamped on the paper.
  number integer not null check (number between 1 and 999999),
  pass smallint not null check (pass in (1, 2)),
  tenant uuid not null references identity_tenant (id),
  projects text[] not null,
  points smallint[],
  -- Cannot be read, or breaks a rule: does not count.
  spoilt boolean not null default false,
  -- Who typed it. For staff only; kept until the count.
  person uuid not null,
  primary key (box, number, pass),
  foreign key (tenant, box) references participation_box (tenant, id)
);
create unique index participation_paper_two_people on participation_paper (box, number, person);
create index participation_paper_person on participation_paper (person);
alter table participation_paper enable row level security;
create policy staff on participation_paper using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_paper to allmende_app;
