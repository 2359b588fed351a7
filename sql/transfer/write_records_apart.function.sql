-- All at once; if that fails, each tenth by itself, and so on down to the rows that are to blame. A few bad rows among
-- 10,000 then cost some hundred statements and 2.5 times the work, where row by row would be 10,000 statements.
create or replace function postil_private.write_records_apart(
  namespace text,
  dataset text,
  rows jsonb,
  first integer default 0
)
  returns jsonb
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  size constant integer := jsonb_array_length(rows);
  tenth constant integer := (size + 9) / 10;
  results jsonb := '[]';
  message text;
  details text;
  hint text;
begin
  begin
    return (
      select coalesce(
        jsonb_agg(jsonb_build_object('index', first + w.index - 1, 'id', w.id, 'action', w.action) order by w.index),
        '[]'
      )
      from postil_private.write_records(namespace, dataset, rows, first) as w
    );
  exception when others then
    -- Not a row's fault (a deadlock, a full disk): nothing to report about rows.
    if sqlstate !~ '^(22|23|PN422|PN409)' then
      raise;
    end if;
    if size = 1 then
      get stacked diagnostics message = message_text, details = pg_exception_detail, hint = pg_exception_hint;
      return jsonb_build_array(jsonb_build_object(
        'index', first, 'action', 'refused', 'code', sqlstate,
        -- Which row it is, the index says.
        'message', regexp_replace(message, '^row \d+: ', ''), 'details', nullif(details, ''), 'hint', nullif(hint, '')
      ));
    end if;
  end;
  for place in 0 .. size - 1 by tenth loop
    results := results || postil_private.write_records_apart(
      namespace, dataset,
      jsonb_path_query_array(
        rows, '$[$first to $last]', jsonb_build_object('first', place, 'last', least(place + tenth, size) - 1)
      ),
      first + place
    );
  end loop;
  return results;
end
$$;
comment on function postil_private.write_records_apart(text, text, jsonb, integer) is
  'write_records for the rows that can be written; one result per row, in order, index from 0, those of the others with '
  'their error.';
