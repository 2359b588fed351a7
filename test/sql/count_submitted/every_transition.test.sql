-- draft, submitted, discarded: a response may go from each to each, and the record follows.
select plan(7);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana', 'draft');
select is(test.state('a'), '0 of 1, pending', 'draft');

update postil.responses set status = 'submitted';
select is(test.state('a'), '1 of 1, completed', 'draft to submitted');
update postil.responses set status = 'discarded';
select is(test.state('a'), '0 of 1, pending', 'submitted to discarded');
update postil.responses set status = 'submitted';
select is(test.state('a'), '1 of 1, completed', 'discarded to submitted');
update postil.responses set status = 'draft';
select is(test.state('a'), '0 of 1, pending', 'submitted to draft');
update postil.responses set status = 'discarded';
select is(test.state('a'), '0 of 1, pending', 'draft to discarded');
update postil.responses set status = 'draft';
select is(test.state('a'), '0 of 1, pending', 'discarded to draft');
select * from finish();
