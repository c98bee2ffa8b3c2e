-- Mails on their way out. Purpose: to deliver what somebody asked for or must be told, once, also when the mail server is away.
-- A row holds an address and what is said to that person. It is removed seven days after it was sent or given up (delete_after),
-- and where no server is named (demonstration) fourteen days after it was written.
create table platform_mail (
  id uuid primary key,
  tenant uuid references identity_tenant (id),
  to_address text not null,
  to_name text,
  from_name text,
  reply_to text,
  subject text not null,
  text text not null,
  html text not null,
  list_unsubscribe text,
  created_at timestamptz not null default now(),
  -- Not sent after this: what it says is no longer true.
  valid_until timestamptz,
  attempts integer not null default 0,
  next_try_at timestamptz not null default now(),
  -- Some process is sending it; when that one was killed, another may after this moment.
  claimed_until timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- Code of the last fault; never the server's sentence, which quotes the address.
  error text,
  delete_after timestamptz
);
create index platform_mail_due on platform_mail (next_try_at) where sent_at is null and given_up_at is null;
create index platform_mail_old on platform_mail (delete_after) where delete_after is not null;

-- Pages hand in for their tenant; they never read what was sent: it may hold keys to accounts.
alter table platform_mail enable row level security;
create policy own on platform_mail for insert with check (tenant = (select platform_tenant()));
grant insert on platform_mail to allmende_app;
