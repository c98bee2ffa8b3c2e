-- How often something was done from one line, for all rooms. `key` is keyed with a secret that changes every day, so that no address
-- can be told from it later. Kept for 24 hours.
create table platform_limit (
  key bytea not null,
  slot timestamptz not null,
  count integer not null,
  primary key (key, slot)
);
create index platform_limit_slot on platform_limit (slot);
alter table platform_limit enable row level security;
create policy count on platform_limit using (true) with check (true);
grant select, insert, update on platform_limit to allmende_app;

-- Puzzles that were solved: each opens the door once. Kept until the puzzle has expired.
create table platform_solved_puzzle (
  mark bytea primary key,
  expires_at timestamptz not null
);
alter table platform_solved_puzzle enable row level security;
create policy put_in on platform_solved_puzzle for insert with check (true);
grant insert on platform_solved_puzzle to allmende_app;
