-- What was fine as a draft has to be complete to be submitted, however it gets there.
select plan(3);
select test.dataset('letters'), test.record('a');
select test.respond('a', 'ana', 'draft');
update postil.responses set values = '{"topics": {"value": ["war"]}}';
select throws_ok(
  $$ update postil.responses set status = 'submitted' $$, 'PN422', 'response: question mood: is not answered'
);
update postil.responses set values = values || '{"mood": {"value": "good"}}';
select lives_ok($$ update postil.responses set status = 'submitted' $$);
select throws_ok($$ update postil.responses set values = values - 'mood' $$, 'PN422');
select * from finish();
