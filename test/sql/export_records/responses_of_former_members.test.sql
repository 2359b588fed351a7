-- An answer stays in the export when the one who gave it has left the team.
select plan(1);
select test.team();
delete from postil.members where user_id in (test.user('annotator'), test.user('colleague'));
select test.act_as('admin');
select results_eq(
  $$
    select r ->> 'user'
    from postil.export_records('team', 'letters') as e
    cross join json_array_elements(e.record -> 'responses') as r
  $$,
  array['admin', 'annotator', 'colleague', 'reviewer']
);
select * from finish();
