-- By skip_policy done, a discard takes a place, unless its user's responses do not count.
select plan(2);
select test.dataset('letters'), test.record('a');
update postil.datasets set skip_policy = 'done';
select test.member('ben', 'default', 'annotator'), test.respond('a', 'ana', 'discarded');
select is(test.next('ben'), null);
select postil.deactivate_user(test.user('ana'), true);
select is(test.next('ben'), 'a');
select * from finish();
