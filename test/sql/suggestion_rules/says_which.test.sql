select plan(2);
select test.dataset('letters'), test.record('a');
create temporary table said (message text, detail text);
do $$
declare
  message text;
  detail text;
begin
  insert into postil.suggestions (namespace, record_id, question, agent, value)
  values ('default', test.id('a'), 'mood', 'model-2', '1'), ('default', test.id('a'), 'mood', 'model-1', '"good"'),
    ('default', test.id('a'), 'colour', 'model-1', '"red"');
exception when sqlstate 'PN422' then
  get stacked diagnostics message = message_text, detail = pg_exception_detail;
  insert into said values (message, detail);
end
$$;
select is(message, 'suggestion: question colour: is no question of the dataset (and 1 more)') from said;
select is(
  detail,
  replace(
    E'record :a (a), agent model-1, question colour: is no question of the dataset\n'
    'record :a (a), agent model-2, question mood: is not a text',
    ':a', test.id('a')::text
  )
) from said;
select * from finish();
