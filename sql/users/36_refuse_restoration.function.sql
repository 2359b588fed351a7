create or replace function postil_private.refuse_restoration(conflicts jsonb)
  returns void
  language plpgsql
  immutable
  set search_path = pg_catalog, pg_temp
as $$
declare
  total constant integer := jsonb_array_length(conflicts);
begin
  raise exception using
    errcode = 'PN409',
    message = format(
      'not all can be restored: %s',
      conflicts #>> '{0,reason}'
    ) || case when total > 1 then format(' (and %s more)', total - 1) else '' end,
    detail = (
      select string_agg(
        concat_ws(
          ', ', c.conflict ->> 'what', 'namespace ' || (c.conflict ->> 'namespace'),
          'record ' || (c.conflict ->> 'record_id')
        ) || ': ' || (c.conflict ->> 'reason'),
        E'\n' order by c.place
      )
      from jsonb_array_elements(conflicts) with ordinality as c (conflict, place)
      where c.place <= 20
    ) || case when total > 20 then format(E'\n… %s in all', total) else '' end,
    hint = 'Nothing was restored. on_conflict "skip" restores all the rest, for good: what it leaves out cannot be restored later.';
end
$$;
comment on function postil_private.refuse_restoration(jsonb) is
  'Raises PN409 with what stands in the way of a restoration, up to 20 of it in the detail.';
