-- Whoever holds a secret link opens exactly what it was made for: its fingerprint is told to the connection for one transaction.
-- Null where nothing was told. For the policies of every room; the catalogue's older catalogue_secret() says the same.
create function platform_secret() returns bytea language sql stable as $$
  select decode(nullif(current_setting('allmende.secret', true), ''), 'hex')
$$;
