create or replace function postil_private.check_rows(rows jsonb, on_error text)
  returns void
  language plpgsql
  immutable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if jsonb_typeof(rows) is distinct from 'array' or jsonb_array_length(rows) > 10000 then
    raise exception using
      errcode = 'PN422',
      message = 'rows is a list of at most 10,000 objects',
      hint = 'Send more in several calls.';
  end if;
  if on_error is null or on_error not in ('abort', 'report') then
    raise exception using
      errcode = 'PN422',
      message = format('on_error is abort or report, not %L', postil_private.shortened(on_error)),
      hint = 'abort: a bad row undoes the call. report: the good rows are stored.';
  end if;
end
$$;
comment on function postil_private.check_rows(jsonb, text) is
  'Raises PN422 unless these are arguments of a call for many rows.';
