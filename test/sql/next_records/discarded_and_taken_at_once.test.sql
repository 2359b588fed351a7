-- Of what happens in one transaction, too, only what comes after a lease ends it; whatever times an import brings.
select plan(5);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben']) as name;
select test.dataset('letters');
update postil.datasets set skip_policy = 'later';
select test.record('a');
select test.respond('a', 'ana', 'discarded');
select is(test.next('ana'), 'a');
select is(test.next('ben'), null, 'ana has it');
select test.later(10);
update postil.responses set status = 'discarded', updated_at = '2099-01-01';
select is(test.next('ana'), 'a', 'discarded again, and given again');
select is(test.next('ben'), null);
select test.later(10);
update postil.responses set status = 'discarded', updated_at = '2001-01-01';
select is(test.next('ben'), 'a');
select * from finish();
