-- Whether a connection speaks for somebody who works for its tenant. What only staff may see asks for it, so that a public page
-- that forgets its condition sees no draft.
create function platform_staff() returns boolean language sql stable as $$
  select coalesce(current_setting('allmende.staff', true), '') = 'yes'
$$;
