-- The role that pages and interfaces speak as. It owns nothing, so row-level security binds it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'allmende_app') then
    create role allmende_app nologin nobypassrls;
  end if;
  -- Whoever runs the migrations may become it, and only for that does it need to be a member.
  if not pg_has_role(current_user, 'allmende_app', 'member') then
    execute format('grant allmende_app to %I', current_user);
  end if;
end $$;
grant usage on schema public to allmende_app;

-- The tenant that a connection speaks for, and the tenants whose published things it may read. Empty sees nothing.
create function platform_tenant() returns uuid language sql stable as $$
  select nullif(current_setting('allmende.tenant', true), '')::uuid
$$;
create function platform_readable() returns uuid[] language sql stable as $$
  select coalesce(nullif(current_setting('allmende.readable', true), ''), '{}')::uuid[]
$$;
