create or replace function postil_private.refuse_rows(results jsonb)
  returns void
  language plpgsql
  immutable
  set search_path = pg_catalog, pg_temp
as $$
declare
  total constant integer := jsonb_array_length(results);
  first constant jsonb := results -> 0;
begin
  raise exception using
    errcode = first ->> 'code',
    message = format('row %s: %s', first ->> 'index', first ->> 'message')
      || case when total > 1 then format(' (and %s more bad rows)', total - 1) else '' end,
    detail = (
      select string_agg(
        format(
          'row %s: %s', r.result ->> 'index',
          -- Ours say in the detail whose answer it is, and to which question.
          case when r.result ->> 'code' = 'PN422' and r.result ->> 'details' is not null
            then replace(r.result ->> 'details', E'\n', ', ')
            else r.result ->> 'message'
          end
        ),
        E'\n' order by r.place
      )
      from jsonb_array_elements(results) with ordinality as r (result, place)
      where r.place <= 20
    ) || case when total > 20 then format(E'\n… %s rows in all', total) else '' end,
    hint = coalesce(first ->> 'hint', 'Nothing was stored. Mend these rows and send all of them again.');
end
$$;
comment on function postil_private.refuse_rows(jsonb) is
  'Raises the error of the first refused row, with up to 20 of them in the detail.';
