select plan(4);
select test.team();
select throws_ok($$ update postil.questions set namespace = 'elsewhere' $$, 'PN409');
select throws_ok($$ update postil.questions set dataset = 'poems' $$, 'PN409');
select throws_ok($$ update postil.questions set name = 'temper' $$, 'PN409');
select lives_ok($$ update postil.questions set name = name, dataset = dataset, title = 'Mood' $$);
select * from finish();
