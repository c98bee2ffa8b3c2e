-- Whoever wrote a comment is told what staff decides about it, and can be asked back.

-- Questions of staff to the author of a comment, and the replies. Only the two of them read them. Purpose: to clear up what is meant before
-- it is decided. Blanked with the comment.
create table participation_comment_talk (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  comment uuid not null,
  kind text not null check (kind in ('question', 'reply')),
  body text not null,
  -- Who asked; null for authors and when the person erased the account. For staff only.
  person uuid,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, comment) references participation_comment (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_comment_talk_of on participation_comment_talk (comment, at);
create index participation_comment_talk_person on participation_comment_talk (person) where person is not null;
alter table participation_comment_talk enable row level security;
create policy read_by_staff on participation_comment_talk for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy read_by_author on participation_comment_talk for select using (
  tenant = (select platform_tenant()) and (select participation_secret()) is not null
  and exists (select 1 from participation_comment c where c.id = comment and c.secret_hash = (select participation_secret()))
);
create policy write on participation_comment_talk for insert with check (
  tenant = (select platform_tenant()) and (((select platform_staff()) and kind = 'question')
    or (kind = 'reply' and person is null and exists (select 1 from participation_comment c where c.id = comment and c.secret_hash = (select participation_secret()))))
);
grant select, insert on participation_comment_talk to allmende_app;

-- What happened to a comment, and who wants to be told of it: its author alone.
alter table participation_news add column comment uuid;
alter table participation_follow add column comment uuid,
  add foreign key (tenant, comment) references participation_comment (tenant, id),
  add constraint participation_follow_comment check (comment is null or (author and submission is null));
drop index participation_follow_once;
create unique index participation_follow_once on participation_follow (coalesce(procedure, project), coalesce(comment, submission, procedure, project), address_mark) where confirmed_at is not null;
create index participation_follow_by_comment on participation_follow (comment) where comment is not null;

create or replace function participation_note_statement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.comment is null and new.act in ('published', 'hidden', 'shown', 'merged', 'reworded') then
    insert into participation_news (tenant, procedure, submission, what, ref) values (new.tenant, new.procedure, new.submission, new.act, new.id);
  elsif new.comment is not null and new.act in ('published', 'hidden', 'shown', 'moved', 'reworded') then
    -- Where it stands now: what was moved is told with the place it went to.
    insert into participation_news (tenant, procedure, submission, comment, what, ref)
    select c.tenant, c.procedure, c.submission, c.id, new.act, new.id from participation_comment c where c.id = new.comment;
  end if;
  return null;
end $$;

create function participation_note_comment_question() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into participation_news (tenant, procedure, submission, comment, what, ref)
  select c.tenant, c.procedure, c.submission, c.id, 'question', new.id from participation_comment c where c.id = new.comment;
  return null;
end $$;
create trigger participation_comment_asked after insert on participation_comment_talk for each row when (new.kind = 'question')
  execute function participation_note_comment_question();

create or replace function participation_note_objection() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.decided_at is null or old.decided_at is not null then return null; end if;
  if new.party = 'notifier' then
    insert into participation_news (tenant, procedure, submission, what, ref)
    select st.tenant, st.procedure, st.submission, 'notice', st.notice from participation_statement st where st.id = new.statement and st.notice is not null;
  else
    insert into participation_news (tenant, procedure, submission, comment, what, ref)
    select st.tenant, st.procedure, coalesce(c.submission, st.submission), st.comment, 'objection', new.id
    from participation_statement st left join participation_comment c on c.id = st.comment where st.id = new.statement;
  end if;
  return null;
end $$;
