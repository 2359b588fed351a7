-- In the order that everybody uses, all the same: see take_records().
create or replace function postil_private.try_lock_records(namespace text, ids uuid[])
  returns uuid[]
  language sql
  volatile
  set search_path = ''
as $$
  select array(
    select locked.id
    from (select unnest(ids) as id order by 1) as wanted
    cross join lateral (
      select r.id
      from postil.records as r
      where r.namespace = try_lock_records.namespace
        and r.id = wanted.id
      for no key update skip locked
    ) as locked
  )
$$;
comment on function postil_private.try_lock_records(text, uuid[]) is
  'lock_records(), passing over those that somebody has locked.';
