-- Twenty bad rows by their index, and how many there are; nothing is stored.
select plan(7);
select test.dataset('letters'), test.user('ana');
create function pg_temp.refused(rows jsonb) returns table (code text, message text, details text, hint text)
  language plpgsql as $$
begin
  perform postil.upsert_records('default', 'letters', rows);
exception when others then
  get stacked diagnostics message = message_text, details = pg_exception_detail, hint = pg_exception_hint;
  code := sqlstate;
  return next;
end
$$;
create temporary table said as
select *
from pg_temp.refused((
  select jsonb_agg(case when n % 4 = 1 then '{"fields": {"text": 1}}' else '{"fields": {}}' end::jsonb order by n)
  from generate_series(0, 99) as n
));
select is(message, 'row 1: record: field text: is not a text (and 24 more bad rows)') from said;
select is(code, 'PN422') from said;
select ok(hint is not null) from said;
select is(
  (select array_agg(substring(line, '^row (\d+): ')::integer) from said cross join string_to_table(details, E'\n') as line),
  array[1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61, 65, 69, 73, 77, null]
);
select alike(details, '%… 25 rows in all') from said;
select is_empty('select from postil.records');
select alike(
  (
    select details
    from pg_temp.refused('[{"fields": {}}, {"external_id": "a", "fields": {}, "responses": [
      {"user": "ana", "status": "submitted", "values": {"mood": {"value": 1}}}]}]')
  ),
  'row 1: record (a), user ana, question mood: is not a text'
);
select * from finish();
