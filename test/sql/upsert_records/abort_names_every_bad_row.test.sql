-- One error, with the reason for each.
select plan(2);
select test.dataset('letters');
create function pg_temp.detail(rows jsonb) returns text language plpgsql as $$
declare
  detail text;
begin
  perform postil.upsert_records('default', 'letters', rows);
  return null;
exception when others then
  get stacked diagnostics detail = pg_exception_detail;
  return detail;
end
$$;
select is(
  pg_temp.detail('[
    {"external_id": "a", "fields": {}}, {"external_id": "b", "fields": {}, "colour": "red"}, {"external_id": "c", "fields": {}},
    "d", {"external_id": "e", "fields": {}, "responses": [{"user": "nobody"}]}
  ]'),
  E'row 1: unknown in a record: ''colour''\nrow 3: a record is a JSON object, not string\nrow 4: there is no user ''nobody'''
);
select is_empty('select from postil.records');
select * from finish();
