-- The statement is refused as such, whatever its values and however few its rows.
select plan(2);
select test.dataset('letters');
select test.record('a');
select throws_ok('update postil.records set submitted_count = submitted_count', 'PN403');
select throws_ok('update postil.records set completed_at = completed_at where false', 'PN403');
select * from finish();
