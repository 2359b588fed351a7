-- The first in the message, each with record, user and question in the detail, ten of them, and how many there are.
select plan(4);
select test.dataset('letters');
select test.record(lpad(n::text, 2, '0')) from generate_series(1, 12) as n;
create temporary table said (message text, detail text, hint text);
do $$
declare
  message text;
  detail text;
  hint text;
begin
  insert into postil.responses (namespace, record_id, user_id, status, values)
  select r.namespace, r.id, test.user('ana'), 'submitted',
    case when r.external_id = '02' then '{"mood": {"value": "fine"}}' else '{"mood": {"value": 1}}' end::jsonb
  from postil.records as r;
exception when sqlstate 'PN422' then
  get stacked diagnostics message = message_text, detail = pg_exception_detail, hint = pg_exception_hint;
  insert into said values (message, detail, hint);
end
$$;
select is(message, 'response: question mood: is not a text (and 10 more)') from said;
select is(
  split_part(detail, E'\n', 1), format('record %s (01), user ana, question mood: is not a text', test.id('01'))
) from said;
select is(array_length(string_to_array(detail, E'\n'), 1), 11, 'ten, and a line with the total') from said;
select ok(detail like E'%\n… 11 in all' and hint is not null) from said;
select * from finish();
