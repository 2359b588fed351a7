select plan(4);
select test.dataset('letters'), test.dataset('poems'), test.dataset('letters', namespace => 'team');
select test.record('a');
select throws_ok($$ select test.record('a') $$, '23505');
select lives_ok($$ select test.record('a', 'poems') $$, 'in another dataset');
select lives_ok($$ select test.record('a', namespace => 'team') $$, 'in another namespace');
select lives_ok($$ select test.record(null), test.record(null) $$, 'or none at all');
select * from finish();
