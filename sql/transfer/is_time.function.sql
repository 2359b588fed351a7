-- pg_input_is_valid() came with PostgreSQL 16.
create or replace function postil_private.is_time(input text)
  returns boolean
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  return isfinite(input::timestamptz);
exception when data_exception then
  return false;
end
$$;
comment on function postil_private.is_time(text) is 'Whether a text is a point in time.';
