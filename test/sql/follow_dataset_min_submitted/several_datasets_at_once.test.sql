select plan(2);
select test.dataset('letters', min_submitted => 1), test.dataset('poems', min_submitted => 3);
select test.record('a'), test.record('p', 'poems');
select test.respond('a', 'ana'), test.respond('p', 'ana'), test.respond('p', 'ben');

update postil.datasets set min_submitted = case key when 'letters' then 2 else 1 end;
select is(test.state('a'), '1 of 2, pending');
select is(test.state('p'), '2 of 1, completed');
select * from finish();
