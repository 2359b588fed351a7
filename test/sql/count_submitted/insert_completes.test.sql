-- A record is completed by the submitted response that makes it enough, and not before.
select plan(3);
select test.dataset('letters', min_submitted => 2);
select test.record('a');
select is(test.state('a'), '0 of 2, pending');

insert into postil.responses select * from test.response('a', 'ana');
select is(test.state('a'), '1 of 2, pending');

insert into postil.responses select * from test.response('a', 'ben');
select is(test.state('a'), '2 of 2, completed');
select * from finish();
