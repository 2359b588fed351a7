-- Drafts and discarded responses do not count.
select plan(1);
select test.dataset('letters');
select test.record('a');

insert into postil.responses select * from test.response('a', 'ana', 'draft');
insert into postil.responses select * from test.response('a', 'ben', 'discarded');
select is(test.state('a'), '0 of 1, pending');
select * from finish();
