select plan(1);
select test.team();
update postil.records set min_submitted = 5 where external_id = 'b';
select test.act_as('viewer');
select is(
  (select explanation from postil.explain_status('team', test.id('b'))),
  'Pending: 0 of 5 submitted responses. That many are asked for by the record itself; by its dataset, 1.'
);
select * from finish();
