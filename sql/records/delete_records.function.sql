-- A plain DELETE locks records in the order of its plan, and finds a response of a user who is being deleted after the
-- record that this deletion needs. So: users, then records by id, then the responses that go with them.
-- Users in a mode that keeps off upsert_responses(), which has responses before it asks for their records.
-- FOR UPDATE lets nobody add a response. Whoever did so before that, but after their users were looked for, is locked by
-- beginning again: only an exception gives locks back. A response whose user is gone, as a load leaves it, has nobody to lock.
-- Definer: who may delete records may not lock users.
create or replace function postil.delete_records(namespace text, ids uuid[])
  returns table (index bigint, id uuid, action text)
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set jit = off -- as count_submitted()
as $$
#variable_conflict use_column
declare
  users uuid[];
  there uuid[];
  deleted uuid[];
begin
  perform postil_private.require_administer(namespace);
  if ids is null or cardinality(ids) > 10000 then
    raise exception using
      errcode = 'PN422',
      message = 'ids is a list of at most 10,000 ids',
      hint = 'Send more in several calls.';
  end if;

  loop
    begin
      users := array(
        select u.id
        from postil.users as u
        where u.id in (
          select r.user_id
          from postil.responses as r
          where r.namespace = delete_records.namespace
            and r.record_id = any (ids)
        )
        order by u.id
        for no key update
      );
      -- Only these: a record that somebody adds again meanwhile would be locked out of order.
      there := array(
        select locked.id
        from (select unnest(ids) as id order by 1) as wanted
        cross join lateral (
          select r.id
          from postil.records as r
          where r.namespace = delete_records.namespace
            and r.id = wanted.id
          for update
        ) as locked
      );
      exit when not exists (
        select
        from postil.responses as r
        where r.namespace = delete_records.namespace
          and r.record_id = any (ids)
          and r.user_id <> all (users)
          and exists (select from postil.users as u where u.id = r.user_id)
      );
      raise exception using errcode = 'PNAGN';
    exception when sqlstate 'PNAGN' then
      null;
    end;
  end loop;
  with gone as (
    delete from postil.records as r
    where r.namespace = delete_records.namespace
      and r.id = any (there)
    returning r.id
  )
  select array_agg(g.id)
  into deleted
  from gone as g;

  return query
    select
      asked.index - 1,
      asked.id,
      case when asked.id in (select unnest(deleted)) then 'deleted' else 'missing' end
    from unnest(ids) with ordinality as asked (id, index)
    order by asked.index;
end
$$;
comment on function postil.delete_records(text, uuid[]) is
  'Deletes up to 10,000 records with their responses and suggestions. One result per id, in order: {index (from 0), id, '
  'action: deleted | missing}.';
