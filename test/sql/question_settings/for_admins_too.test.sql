-- Who signs in has no right on postil_private, where the rules are.
select plan(2);
select test.team();
select test.act_as('admin');
select lives_ok($$ update postil.questions set settings = '{"use_markdown": true}' where name = 'mood' $$);
select throws_ok($$ update postil.questions set settings = '{"colour": "red"}' where name = 'mood' $$, 'PN422');
select * from finish();
