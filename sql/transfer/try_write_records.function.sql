-- All rows at once; only when one of them is bad, and the caller wants to know which, row by row.
create or replace function postil_private.try_write_records(
  namespace text,
  dataset text,
  rows jsonb,
  on_error text
)
  returns jsonb
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  results jsonb := '[]';
  result jsonb;
  place integer;
  message text;
  details text;
  hint text;
begin
  begin
    return (
      select coalesce(
        jsonb_agg(jsonb_build_object('index', w.index - 1, 'id', w.id, 'action', w.action) order by w.index),
        '[]'
      )
      from postil_private.write_records(namespace, dataset, rows) as w
    );
  exception when others then
    -- Not the row's fault (a deadlock, a full disk): nothing to report about rows.
    if on_error = 'abort' or sqlstate !~ '^(22|23|PN422|PN409)' then
      raise;
    end if;
  end;

  for place in 0 .. jsonb_array_length(rows) - 1 loop
    begin
      select jsonb_build_object('index', place, 'id', w.id, 'action', w.action)
      into result
      from postil_private.write_records(namespace, dataset, jsonb_build_array(rows -> place), place) as w;
    exception when others then
      if sqlstate !~ '^(22|23|PN422|PN409)' then
        raise;
      end if;
      get stacked diagnostics message = message_text, details = pg_exception_detail, hint = pg_exception_hint;
      result := jsonb_build_object(
        'index', place, 'action', 'refused', 'code', sqlstate,
        -- Which row it is, the index says.
        'message', regexp_replace(message, '^row \d+: ', ''), 'details', nullif(details, ''), 'hint', nullif(hint, '')
      );
    end;
    results := results || result;
  end loop;
  return results;
end
$$;
comment on function postil_private.try_write_records(text, text, jsonb, text) is
  'write_records with the errors of single rows caught when on_error is report.';
