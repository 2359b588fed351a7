-- Each that keeps a promise, and no other: those that stamp rows, or say what a constraint would, are not of that kind.
select plan(4);
create temporary view found as
select promise, wrong, example from postil.verify() where "check" = 'the triggers that keep it are there and enabled';
select is(
  (select sum(checked) from postil.verify() where "check" like 'the triggers that keep it%'),
  (
    select count(*)
    from pg_trigger as t
    join pg_class as c on c.oid = t.tgrelid
    where (c.relnamespace = 'postil'::regnamespace or c.relname in ('api_keys', 'audit', 'settings', 'deletions'))
      and not tgisinternal
      and tgname !~ 'refuse_malformed|touch_updated_at|set_created_by|end_leases'
  )::numeric,
  'all of them'
);
alter table postil.responses enable always trigger "20_count_submitted_on_insert";
select is((select sum(wrong) from found), 0::numeric, 'always is enabled too');
alter table postil.responses disable trigger "20_count_submitted_on_update";
alter table postil.questions disable trigger "20_refuse_bad_settings";
select set_eq(
  'table found',
  $$ values
    ('status is never wrong', 1::bigint, 'postil.responses 20_count_submitted_on_update'),
    ('answers are valid', 1, 'postil.questions 20_refuse_bad_settings'),
    ('nothing is lost', 0, null),
    ('an edit touches what it names', 0, null),
    ('you see what you may see', 0, null) $$
);
drop trigger "20_follow_dataset_min_submitted" on postil.datasets;
alter table postil.records enable replica trigger "10_start_pending";
select is((select wrong from found where promise = 'status is never wrong'), 3::bigint);
select * from finish();
