-- Whatever the setting says by which follow_dataset_min_submitted() tells its own.
select plan(6);
select test.team();
create function pg_temp.kept() returns text language plpgsql as $$
declare
  kept text;
begin
  perform test.act_as_superuser();
  select string_agg((h.image ->> 'external_id') || ' ' || (h.image ->> 'min_submitted'), ', ')
  into kept
  from postil_private.history as h
  where h.relation = 'records';
  truncate postil_private.history;
  return kept;
end
$$;
select pg_temp.kept();
set local postil.following_dataset = on;
update postil.records set min_submitted = 2 where external_id = 'b';
select is(pg_temp.kept(), 'b 1');
set local role postil_owner;
set local postil.following_dataset = on;
update postil.records set min_submitted = 3 where external_id = 'b';
select is(pg_temp.kept(), 'b 2', 'by the owner of the tables');
set local postil.following_dataset = on;
select test.act_as('admin');
select postil.upsert_records('team', 'letters', '[{"external_id": "b", "min_submitted": 4}]');
select is(pg_temp.kept(), 'b 3', 'by a function with its owner''s rights');
select test.act_as('admin');
with setting as materialized (select set_config('postil.following_dataset', 'on', true))
update postil.records as r set min_submitted = 5 from setting where r.external_id = 'b';
select is(pg_temp.kept(), 'b 4', 'set when the statement has begun');
set local postil.following_dataset = off;

create function pg_temp.answer() returns trigger language plpgsql as $$
begin
  update postil.records set min_submitted = 7 where external_id = 'b';
  return null;
end
$$;
create trigger answer after update of min_submitted on postil.records for each row
when (new.external_id = 'a') execute function pg_temp.answer();
update postil.datasets set min_submitted = 2 where namespace = 'team';
select is(pg_temp.kept(), 'b 5', 'by a trigger on those that follow');
update postil.datasets set min_submitted = 3 where namespace = 'elsewhere';
select is(pg_temp.kept(), null, 'those that follow leave none');
select * from finish();
