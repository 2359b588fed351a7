-- Dynamic, because auth.uid() exists only on Supabase; policies call this once per statement.
create or replace function postil_private.current_user_id()
  returns uuid
  language plpgsql
  stable
  parallel safe
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  id uuid;
begin
  if to_regprocedure('auth.uid()') is not null then
    execute 'select auth.uid()' into id;
    return id;
  end if;
  return nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '')::uuid;
end
$$;
comment on function postil_private.current_user_id() is
  'Who the token says is signed in (its "sub"), or null. They may have been deleted or deactivated since: active_user_id().';
