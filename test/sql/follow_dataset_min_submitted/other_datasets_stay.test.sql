-- One of the same key in another namespace, one of another key in this.
select plan(3);
select test.dataset('letters'), test.dataset('poems'), test.dataset('letters', namespace => 'other');
select test.record('a'), test.record('p', 'poems'), test.record('o', namespace => 'other');

update postil.datasets set min_submitted = 2 where namespace = 'default' and key = 'letters';
select is(test.state('a'), '0 of 2, pending');
select is(test.state('p'), '0 of 1, pending');
select is(test.state('o'), '0 of 1, pending');
select * from finish();
