-- Whoever writes does this now and then, for the dataset at hand. Rows that somebody else is adding up are left to them.
create or replace function postil_private.add_up_progress()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  with
    mine as (
      select p.namespace, p.dataset, p.id
      from postil_private.progress as p
      where p.namespace = new.namespace
        and p.dataset = new.dataset
      limit 10000
      for update skip locked
    ),
    gone as (
      delete from postil_private.progress as p
      using mine
      where p.namespace = mine.namespace
        and p.dataset = mine.dataset
        and p.id = mine.id
        and (select count(*) from mine) > 1
      returning p.records, p.completed, p.submitted
    )
  insert into postil_private.progress (namespace, dataset, records, completed, submitted)
  select new.namespace, new.dataset, sum(g.records), sum(g.completed), sum(g.submitted)
  from gone as g
  having count(*) > 0;
  return null;
end
$$;
comment on function postil_private.add_up_progress() is
  'Trigger on progress: replaces the rows of a dataset by their sum.';
