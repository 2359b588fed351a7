-- Each that maintains the status, and no other: those that refuse keys and stamp times are not of that kind.
select plan(4);
create temporary view found as
select wrong, example from postil.verify() where "check" = 'the triggers that maintain it are there and enabled';
select is(
  (select checked from postil.verify() where "check" like 'the triggers that maintain it%'),
  (
    select count(*)
    from pg_trigger
    where tgrelid in ('postil.records'::regclass, 'postil.responses'::regclass, 'postil.datasets'::regclass)
      and not tgisinternal
      and tgname !~ 'refuse_key_change|touch_updated_at'
  ),
  'all of them'
);
alter table postil.responses enable always trigger "20_count_submitted_on_insert";
select is((select wrong from found), 0::bigint, 'always is enabled too');
alter table postil.responses disable trigger "20_count_submitted_on_update";
select results_eq('table found', $$ values (1::bigint, 'postil.responses 20_count_submitted_on_update') $$);
drop trigger "20_follow_dataset_min_submitted" on postil.datasets;
alter table postil.records enable replica trigger "10_start_pending";
select is((select wrong from found), 3::bigint);
select * from finish();
