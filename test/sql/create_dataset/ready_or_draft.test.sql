-- Ready unless it says draft; then it may lack what a ready one needs.
select plan(5);
select is(
  (postil.create_dataset('default', '{"key": "a", "fields": [{"name": "text"}],
    "questions": [{"name": "mood", "type": "text"}]}')).status,
  'ready'
);
select is(
  (postil.create_dataset('default', '{"key": "b", "status": "ready", "fields": [{"name": "text"}],
    "questions": [{"name": "mood", "type": "text"}]}')).status,
  'ready'
);
select is((postil.create_dataset('default', '{"key": "c", "status": "draft"}')).status, 'draft');
select throws_ok($$ select postil.create_dataset('default', '{"key": "d", "status": "done"}') $$, 'PN422');
create function pg_temp.hint() returns text language plpgsql as $$
declare
  hint text;
begin
  perform postil.create_dataset('default', '{"key": "d", "fields": [{"name": "text"}]}');
  return null;
exception when sqlstate 'PN422' then
  get stacked diagnostics hint = pg_exception_hint;
  return hint;
end
$$;
select alike(pg_temp.hint(), '%"status": "draft"%');
select * from finish();
