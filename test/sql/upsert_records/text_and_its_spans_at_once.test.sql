-- A row may change a text together with the answers that refer to it; what it leaves out has to fit.
select plan(11);
select test.dataset('letters'), test.record('abcdef'), test.record('ghijkl');
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}]}');
select test.answer('where', '[{"label": "x", "start": 2, "end": 6}]', 'draft', 'abcdef');
select test.answer('where', '[{"label": "x", "start": 2, "end": 6}]', 'draft', 'ghijkl');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('abcdef'), 'where', 'model', '[{"label": "x", "start": 2, "end": 6}]');
create temporary table ana as select u.name from postil.responses as a join postil.users as u on u.id = a.user_id
where a.record_id = test.id('abcdef');
create function pg_temp.send(text text, suggested integer, answered integer, others text default null)
  returns text
  language plpgsql
as $$
declare
  reason text;
begin
  return (
    select string_agg(concat_ws(' ', r.action, r.message), ', ' order by r.index)
    from postil.upsert_records('default', 'letters', jsonb_build_array(
      jsonb_build_object('external_id', 'abcdef', 'fields', jsonb_build_object('text', text))
      || case when suggested is null then '{}' else jsonb_build_object('suggestions', jsonb_build_array(jsonb_build_object(
        'question', 'where', 'agent', 'model',
        'value', jsonb_build_array(jsonb_build_object('label', 'x', 'start', 0, 'end', suggested))
      ))) end
      || case when answered is null then '{}' else jsonb_build_object('responses', jsonb_build_array(jsonb_build_object(
        'user', (select name from ana), 'values', jsonb_build_object('where', jsonb_build_object(
          'value', jsonb_build_array(jsonb_build_object('label', 'x', 'start', 0, 'end', answered))
        ))
      ))) end,
      jsonb_build_object('external_id', 'ghijkl', 'fields', jsonb_build_object('text', coalesce(others, 'ghijkl')))
    ), on_error => 'report') as r
  );
end
$$;
select is(pg_temp.send('abc', 3, 3), 'updated, unchanged', 'shorter, with all that refers to it');
select is(pg_temp.send('abcdefgh', 8, 8), 'updated, unchanged', 'longer');
select is(
  pg_temp.send('ab', 2, null),
  'refused 1 responses and 0 suggestions have spans that the changed text does not fit, unchanged',
  'without the response'
);
select is(
  pg_temp.send('ab', null, 2),
  'refused 0 responses and 1 suggestions have spans that the changed text does not fit, unchanged'
);
select alike(pg_temp.send('ab', 3, 2), 'refused suggestion: question where: has a span%', 'corrected wrongly');
select is(
  pg_temp.send('ab', 2, 2, 'gh'),
  'updated, refused 1 responses and 0 suggestions have spans that the changed text does not fit',
  'another row is judged by itself'
);
select is((select fields ->> 'text' from postil.records where external_id = 'abcdef'), 'ab');
select throws_ok(
  $$ update postil.records set fields = '{"text": "a"}' where external_id = 'abcdef' $$, 'PN409', null,
  'afterwards plain updates are refused as before'
);
set constraints all deferred;
select lives_ok($$ update postil.records set fields = '{"text": "a"}' where external_id = 'abcdef' $$);
select throws_ok('set constraints all immediate', 'PN409', null, 'or in the end, if that is asked for');
select lives_ok($$
  delete from postil.records where external_id = 'abcdef';
  set constraints all immediate;
$$, 'of a record that is gone nothing is asked');
select * from finish();
