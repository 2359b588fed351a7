-- What ON CONFLICT DO NOTHING leaves out is not counted.
select plan(1);
select test.dataset('letters', min_submitted => 2);
select test.record('a');
select test.respond('a', 'ana', 'draft');

insert into postil.responses
select response.* from unnest(array['ana', 'ben']) as name cross join lateral test.response('a', name) as response
on conflict do nothing;
select is(test.state('a'), '1 of 2, pending');
select * from finish();
