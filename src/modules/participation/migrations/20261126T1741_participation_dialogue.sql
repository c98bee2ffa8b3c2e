-- What citizens do with what others handed in: taking a reaction back, replies of one level, and the plan that lies under a map.

-- A browser that reads a list holds one mark for each submission in it: it may ask for exactly those.
create function participation_marks() returns bytea[] language sql stable as $$
  select coalesce(array_agg(decode(one, 'hex')), '{}') from unnest(string_to_array(nullif(current_setting('allmende.marks', true), ''), ',')) one
$$;
create policy read_own_many on participation_reaction for select using (
  tenant = (select platform_tenant()) and mark = any ((select participation_marks())::bytea[])
);
-- Whoever agreed by mistake takes it back, as long as others may still agree.
create policy take_back on participation_reaction for delete using (
  tenant = (select platform_tenant()) and mark = (select participation_secret()) and participation_open(procedure, 'rate')
);
grant delete on participation_reaction to allmende_app;

create or replace function participation_count_reaction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was smallint := case when tg_op <> 'INSERT' then old.value end;
  becomes smallint := case when tg_op <> 'DELETE' then new.value end;
begin
  update participation_submission set
    agree = agree + coalesce((becomes = 1)::int, 0) - coalesce((was = 1)::int, 0),
    neutral = neutral + coalesce((becomes = 0)::int, 0) - coalesce((was = 0)::int, 0),
    disagree = disagree + coalesce((becomes = -1)::int, 0) - coalesce((was = -1)::int, 0)
  where id = coalesce(new.submission, old.submission);
  if tg_op = 'INSERT' then update participation_procedure set reactions = reactions + 1 where id = new.procedure; end if;
  if tg_op = 'DELETE' then update participation_procedure set reactions = reactions - 1 where id = old.procedure; end if;
  return null;
end $$;
drop trigger participation_reacted on participation_reaction;
create trigger participation_reacted after delete or insert or update on participation_reaction for each row execute function participation_count_reaction();

-- A reply stands under a comment on the same submission. Checked at the end: merging moves both.
alter table participation_comment add constraint participation_comment_of unique (submission, id),
  add constraint participation_comment_parent foreign key (submission, parent) references participation_comment (submission, id) deferrable initially deferred;
create function participation_reply_depth() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from participation_comment c where c.id = new.parent and c.parent is not null) then
    raise exception 'a reply to a reply' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger participation_replied before insert on participation_comment for each row when (new.parent is not null) execute function participation_reply_depth();
create index participation_comment_threads on participation_comment (submission, stance, received_at, id) where parent is null and state = 'public';
create index participation_comment_replies on participation_comment (parent, received_at, id) where parent is not null and state = 'public';

-- What has a point, for maps; what changed last, for feeds.
create index participation_submission_placed on participation_submission (procedure, number desc) where state = 'public' and geometry is not null;
create index participation_submission_changed on participation_submission (procedure, changed_at desc) where state = 'public';

-- What lies under the points of a map where no tiles are wanted: GeoJSON features with `kind`, and `title` for labels. No personal data.
alter table participation_procedure add column plan jsonb;
-- What it is about, in the themes of the data catalogue (EU data themes: TRAN, ENVI ...), so that people find it.
alter table participation_procedure add column themes text[] not null default '{}';
create index participation_procedure_themes on participation_procedure using gin (themes) where state = 'public';
