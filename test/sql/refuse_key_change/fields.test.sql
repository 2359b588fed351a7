select plan(4);
select test.team();
select throws_ok($$ update postil.fields set namespace = 'elsewhere' $$, 'PN409');
select throws_ok($$ update postil.fields set dataset = 'poems' $$, 'PN409');
select throws_ok($$ update postil.fields set name = 'body' $$, 'PN409');
select lives_ok($$ update postil.fields set name = name, dataset = dataset, title = 'Text' $$);
select * from finish();
