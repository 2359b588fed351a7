-- All at once; if that fails, each half by itself, and so on down to the rows that are to blame. A few bad rows among
-- thousands so cost a few dozen more statements, not thousands.
create or replace function postil_private.write_apart(write text, rows jsonb, first integer default 0)
  returns jsonb
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  size constant integer := jsonb_array_length(rows);
  half constant integer := size / 2;
  results jsonb;
  message text;
  details text;
  hint text;
begin
  begin
    execute write into results using rows, first;
    return coalesce(results, '[]');
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
  return postil_private.write_apart(
    write, jsonb_path_query_array(rows, '$[0 to $last]', jsonb_build_object('last', half - 1)), first
  ) || postil_private.write_apart(
    write, jsonb_path_query_array(rows, '$[$next to last]', jsonb_build_object('next', half)), first + half
  );
end
$$;
comment on function postil_private.write_apart(text, jsonb, integer) is
  'Writes the rows that can be written; one result per row, in order, those of the others with their error. write is a '
  'statement that takes a list of rows ($1) and the index of its first ($2), and returns a list of results.';
