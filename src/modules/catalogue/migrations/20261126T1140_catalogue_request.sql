-- What people write to those who look after data: wishes for data, remarks on a dataset. And who wants to be told.

-- Whoever holds a secret link opens exactly what it was made for: its fingerprint is told to the connection for one transaction.
create function catalogue_secret() returns bytea language sql stable as $$
  select decode(nullif(current_setting('allmende.secret', true), ''), 'hex')
$$;

-- Public numbers: one row for each tenant, kind and year, so that a number is given once and a refused request gives it back.
create table catalogue_request_number (
  tenant uuid not null references identity_tenant (id),
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (tenant, kind, year)
);
alter table catalogue_request_number enable row level security;
create policy own on catalogue_request_number using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on catalogue_request_number to allmende_app;

create table catalogue_request (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  kind text not null check (kind in ('wish', 'remark')),
  year integer not null,
  number integer not null,
  -- waiting: staff looks first; open; answered; hidden: not published, with a reason for the author; withdrawn by the author.
  state text not null check (state in ('waiting', 'open', 'answered', 'hidden', 'withdrawn')),
  -- What citizens wrote. Purpose: to be answered in public. Public while open and answered; blanked 30 days after it was hidden or withdrawn.
  title text not null,
  body text not null,
  -- Stems of the words, to find similar ones.
  stems text[] not null default '{}',
  -- Why staff has to look first. For staff only.
  findings text[] not null default '{}',
  -- A remark: on which dataset, and where in it.
  resource uuid,
  place text,
  -- Fingerprint of the secret link. The link itself is nowhere.
  secret_hash bytea not null unique,
  lang text not null default 'de',
  joined integer not null default 0,
  -- Who looks after it inside. For staff only.
  assigned_person uuid,
  assigned_name text,
  -- The answer that counts, and the dataset that came of it.
  outcome text,
  dataset uuid,
  planned_until date,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- Promised answer.
  due_on date not null,
  answered_at timestamptz,
  closed_at timestamptz,
  unique (tenant, kind, year, number),
  unique (tenant, id),
  foreign key (tenant, resource) references catalogue_resource (tenant, id)
);
create index catalogue_request_newest on catalogue_request (tenant, kind, state, created_at desc, id desc);
create index catalogue_request_resource on catalogue_request (tenant, resource, created_at desc) where resource is not null;
create index catalogue_request_dataset on catalogue_request (dataset) where dataset is not null;
create index catalogue_request_stems on catalogue_request using gin (stems) where kind = 'wish';
alter table catalogue_request enable row level security;
create policy read on catalogue_request for select using (
  state in ('open', 'answered') and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
);
create policy read_own on catalogue_request for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select catalogue_secret()))
);
create policy hand_in on catalogue_request for insert with check (tenant = (select platform_tenant()));
create policy change on catalogue_request for update
  using (tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select catalogue_secret())))
  with check (tenant = (select platform_tenant()));
grant select, insert, update on catalogue_request to allmende_app;

-- How many remarks on a dataset are still looked at: everybody may know that there are some, not what they say.
create function catalogue_remarks_waiting(of_tenant uuid, of_resource uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from catalogue_request where tenant = of_tenant and resource = of_resource and kind = 'remark' and state = 'waiting'
$$;

-- Answers, questions back, the author's replies, notes among colleagues.
create table catalogue_request_post (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  request uuid not null,
  kind text not null check (kind in ('answer', 'question', 'reply', 'note')),
  body text not null,
  outcome text,
  law text,
  href text,
  dataset uuid,
  planned_until date,
  -- Who answers, as the public reads it: an office.
  office text,
  -- Who wrote it; null for authors and when the person erased the account. For staff only.
  person uuid,
  at timestamptz not null default now(),
  foreign key (tenant, request) references catalogue_request (tenant, id) on delete cascade
);
create index catalogue_request_post_request on catalogue_request_post (tenant, request, at);
create index catalogue_request_post_person on catalogue_request_post (person) where person is not null;
alter table catalogue_request_post enable row level security;
-- The inner look at the request is itself bound: whoever may not see it sees none of its posts.
create policy read on catalogue_request_post for select using (
  kind = 'answer' and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
  and exists (select 1 from catalogue_request r where r.id = request and r.state in ('open', 'answered'))
);
create policy read_by_author on catalogue_request_post for select using (
  kind <> 'note' and tenant = (select platform_tenant()) and (select catalogue_secret()) is not null
  and exists (select 1 from catalogue_request r where r.id = request and r.secret_hash = (select catalogue_secret()))
);
create policy read_by_staff on catalogue_request_post for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy write on catalogue_request_post for insert with check (
  tenant = (select platform_tenant()) and ((select platform_staff())
    or (kind = 'reply' and exists (select 1 from catalogue_request r where r.id = request and r.secret_hash = (select catalogue_secret()))))
);
grant select, insert on catalogue_request_post to allmende_app;

-- "Das brauche ich auch": one row for each browser. `mark` is a fingerprint of a random number in that browser's cookie and of the
-- wish, so that marks of different wishes cannot be joined. Kept with the wish.
create table catalogue_request_join (
  tenant uuid not null references identity_tenant (id),
  request uuid not null,
  mark bytea not null,
  at timestamptz not null default now(),
  primary key (request, mark),
  foreign key (tenant, request) references catalogue_request (tenant, id) on delete cascade
);
alter table catalogue_request_join enable row level security;
create policy read on catalogue_request_join for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or mark = (select catalogue_secret()))
);
create policy join_in on catalogue_request_join for insert with check (
  tenant = (select platform_tenant()) and mark = (select catalogue_secret())
  and exists (select 1 from catalogue_request r where r.id = request and r.state in ('open', 'answered'))
);
grant select, insert on catalogue_request_join to allmende_app;
-- The count is made by the database with the row itself: whoever joins needs no right to change the wish.
create function catalogue_count_join() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update catalogue_request set joined = joined + 1 where id = new.request;
  return null;
end $$;
create trigger catalogue_request_joined after insert on catalogue_request_join for each row execute function catalogue_count_join();

-- Who wants to be told: of an answer (request), of changes of a dataset, of what a search finds, of what a publisher does.
create table catalogue_subscription (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  kind text not null check (kind in ('request', 'dataset', 'search', 'publisher')),
  -- Id of the request or dataset, parameters of the search in order, slug of the publisher.
  subject text not null,
  -- What the mail calls it.
  label text not null,
  rhythm text not null check (rhythm in ('immediate', 'daily', 'weekly')),
  -- The one who handed the request in: is asked back, and told why it was not published.
  author boolean not null default false,
  lang text not null default 'de',
  -- Fingerprint of the link to confirm, manage and end it. The link is made anew from the instance's secret when a mail is written.
  secret_hash bytea not null unique,
  -- Keyed fingerprint of the address: one address has one subscription to one thing.
  address_mark bytea not null,
  created_at timestamptz not null default now(),
  -- Null: nobody pressed the button in the first mail yet. Deleted after 7 days.
  confirmed_at timestamptz,
  told_at timestamptz
);
create unique index catalogue_subscription_once on catalogue_subscription (tenant, kind, md5(subject), address_mark) where confirmed_at is not null;
create index catalogue_subscription_subject on catalogue_subscription (kind, subject) where confirmed_at is not null;
create index catalogue_subscription_open on catalogue_subscription (created_at) where confirmed_at is null;
create index catalogue_subscription_by_address on catalogue_subscription (address_mark);
alter table catalogue_subscription enable row level security;
create policy read on catalogue_subscription for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select catalogue_secret()))
);
create policy hand_in on catalogue_subscription for insert with check (tenant = (select platform_tenant()));
create policy change on catalogue_subscription for update
  using (tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select catalogue_secret())))
  with check (tenant = (select platform_tenant()));
-- Only whoever holds its link ends it.
create policy end_it on catalogue_subscription for delete using (
  tenant = (select platform_tenant()) and secret_hash = (select catalogue_secret())
);
grant select, insert, update, delete on catalogue_subscription to allmende_app;

-- The addresses themselves. Purpose: to write what was asked for, nothing else. Gone with the subscription. Pages put them in and
-- never read them: only the job that writes the mails does, so no page can show them by mistake.
create table catalogue_subscription_address (
  subscription uuid primary key references catalogue_subscription (id) on delete cascade,
  email text not null
);
alter table catalogue_subscription_address enable row level security;
create policy put_in on catalogue_subscription_address for insert with check (true);
grant insert on catalogue_subscription_address to allmende_app;

-- What somebody is still to be told. `change` names the change, so that the same is never told twice; the row goes with the mail.
create table catalogue_subscription_news (
  subscription uuid not null references catalogue_subscription (id) on delete cascade,
  subject uuid not null,
  change bigint not null,
  at timestamptz not null default now(),
  primary key (subscription, subject)
);
alter table catalogue_subscription_news enable row level security;

-- How far the job that tells people has read what happened.
create table catalogue_news_cursor (
  topic text primary key,
  cursor bigint not null
);
alter table catalogue_news_cursor enable row level security;
-- Nobody subscribed before today, so nothing older is told.
insert into catalogue_news_cursor (topic, cursor)
select topic, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 from unnest(array['catalogue/resource-changed', 'catalogue/request-changed']) as topic;

-- How often something was done from one line. `key` is keyed with a secret that changes every day, so that no address can be told
-- from it later. Kept for 24 hours.
create table catalogue_limit (
  key bytea not null,
  slot timestamptz not null,
  count integer not null,
  primary key (key, slot)
);
create index catalogue_limit_slot on catalogue_limit (slot);
alter table catalogue_limit enable row level security;
create policy count on catalogue_limit using (true) with check (true);
grant select, insert, update on catalogue_limit to allmende_app;

-- Puzzles that were solved: each opens the door once. Kept until the puzzle has expired.
create table catalogue_solved_puzzle (
  mark bytea primary key,
  expires_at timestamptz not null
);
alter table catalogue_solved_puzzle enable row level security;
create policy put_in on catalogue_solved_puzzle for insert with check (true);
grant insert on catalogue_solved_puzzle to allmende_app;
