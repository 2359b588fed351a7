select plan(3);
select test.dataset('letters'), test.namespace('team');
select throws_ok($$ update postil.datasets set namespace = 'team' $$, 'PN409');
select throws_ok($$ update postil.datasets set key = 'poems' $$, 'PN409');
select lives_ok($$ update postil.datasets set namespace = 'default', key = 'letters', name = 'Letters' $$);
select * from finish();
