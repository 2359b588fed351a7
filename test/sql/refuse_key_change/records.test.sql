-- The dataset is no part of the key, and does not change either: its responses answer that dataset's questions.
select plan(4);
select test.dataset('letters'), test.dataset('poems'), test.dataset('letters', namespace => 'team');
select test.record('a');
select throws_ok($$ update postil.records set namespace = 'team' $$, 'PN409');
select throws_ok($$ update postil.records set id = gen_random_uuid() $$, 'PN409');
select throws_ok($$ update postil.records set dataset = 'poems' $$, 'PN409');
select lives_ok($$ update postil.records set id = id, dataset = dataset, external_id = 'b' $$);
select * from finish();
