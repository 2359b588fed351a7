select plan(4);
select test.team();
select throws_ok($$ update postil.metadata_properties set namespace = 'elsewhere' $$, 'PN409');
select throws_ok($$ update postil.metadata_properties set dataset = 'poems' $$, 'PN409');
select throws_ok($$ update postil.metadata_properties set name = 'tongue' $$, 'PN409');
select lives_ok($$ update postil.metadata_properties set name = name, dataset = dataset, title = 'Language' $$);
select * from finish();
