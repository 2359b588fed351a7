-- A call that is to fail as a whole also finds all bad rows first: whoever mends a file wants to do that once.
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
  results jsonb;
begin
  if on_error = 'report' then
    return postil_private.write_records_apart(namespace, dataset, rows);
  end if;
  begin
    return (
      select coalesce(
        jsonb_agg(jsonb_build_object('index', w.index - 1, 'id', w.id, 'action', w.action) order by w.index),
        '[]'
      )
      from postil_private.write_records(namespace, dataset, rows) as w
    );
  exception when others then
    if sqlstate !~ '^(22|23|PN422|PN409)' then
      raise;
    end if;
    begin
      results := jsonb_path_query_array(
        postil_private.write_records_apart(namespace, dataset, rows), '$[*] ? (@.action == "refused")'
      );
    exception when others then
      results := '[]'; -- Looking further failed; the first error is still true.
    end;
    if results = '[]' then
      raise; -- Or rows that each could be written, but not together.
    end if;
  end;
  perform postil_private.refuse_rows(results);
end
$$;
comment on function postil_private.try_write_records(text, text, jsonb, text) is
  'write_records, with the errors of single rows in the results when on_error is report; else with all of them in one.';
