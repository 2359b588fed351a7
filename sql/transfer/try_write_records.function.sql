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
  form constant text :=
    'select jsonb_agg(jsonb_build_object(''index'', $2 + w.index - 1, ''id'', w.id, ''action'', w.action) order by w.index) '
    'from postil_private.write_records(%L, %L, $1, patient => %L) as w';
  write_all constant text := format(form, namespace, dataset, true);
  write_part constant text := format(form, namespace, dataset, false);
  -- By the index of the row, from 1.
  refusals jsonb := (select jsonb_object_agg(b.index, b.refusal) from postil_private.bad_record_rows(rows) as b);
  results jsonb;
begin
  if refusals is null then
    begin
      execute write_all into results using rows, 0;
      return coalesce(results, '[]');
    exception when others then
      if sqlstate !~ '^(22|23|PN422|PN409)' then
        raise;
      end if;
      -- Parts of the call would lock what each of them needs, one after the other, in no order that others keep to.
      perform postil_private.lock_record_rows(namespace, dataset, rows);
      if on_error = 'report' then
        refusals := postil_private.refused_record_rows(namespace, dataset, rows, '{}');
        return postil_private.write_good_rows(write_part, rows, refusals);
      end if;
      begin
        refusals := postil_private.refused_record_rows(namespace, dataset, rows, '{}');
        results := jsonb_path_query_array(
          postil_private.write_good_rows(write_part, rows, refusals), '$[*] ? (@.action == "refused")'
        );
      exception when others then
        results := '[]'; -- Looking further failed; the first error is still true.
      end;
      if results = '[]' then
        raise; -- Or rows that each could be written, but not together.
      end if;
    end;
  else
    perform postil_private.lock_record_rows(namespace, dataset, rows);
    refusals := postil_private.refused_record_rows(namespace, dataset, rows, refusals);
    results := postil_private.write_good_rows(write_part, rows, refusals);
    if on_error = 'report' then
      return results;
    end if;
    results := jsonb_path_query_array(results, '$[*] ? (@.action == "refused")');
  end if;
  perform postil_private.refuse_rows(results);
end
$$;
comment on function postil_private.try_write_records(text, text, jsonb, text) is
  'write_records, with the errors of single rows in the results when on_error is report; else with all of them in one.';
