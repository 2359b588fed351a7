-- What was deleted since the user was last restored: the row itself, unless they were only being deleted in batches, and
-- the transactions that took something of theirs. Those have their time in common with their images (see deletion_batches),
-- by which history is found.
create or replace function postil_private.to_restore(
  user_id uuid,
  out image jsonb,
  out after bigint,
  out times timestamptz[],
  out transactions xid8[],
  out missing bigint
)
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
declare
  deletion record;
  former record;
begin
  -- The user is held (hold_user), so all that was deleted of them before has lower numbers than what will be.
  after := coalesce(
    (
      select max(coalesce((a.details ->> 'history')::bigint, a.seq)) -- As it was noted before they were numbered together.
      from postil_private.audit as a
      where a.subject_id = to_restore.user_id
        and a.action = 'user.restored'
    ),
    0
  );
  select h.image, h.at, h.transaction
  into deletion
  from postil_private.history as h
  where h.relation = 'users'
    and h.subject_id = to_restore.user_id
    and h.operation = 'delete'
    and h.seq > after
  order by h.seq desc
  limit 1;
  image := deletion.image;
  -- Somebody who was made again under the id, and deleted again: what went with the one before is not theirs.
  select h.seq, h.transaction
  into former
  from postil_private.history as h
  where h.relation = 'users'
    and h.subject_id = to_restore.user_id
    and h.operation = 'delete'
    and h.transaction <> deletion.transaction
    and h.seq > after
  order by h.seq desc
  limit 1;
  after := greatest(after, former.seq);
  select array_agg(d.at), array_agg(d.transaction), sum(d.responses)
  into times, transactions, missing
  from (
    select b.at, b.transaction, b.responses
    from postil_private.deletion_batches as b
    where b.user_id = to_restore.user_id
      and b.restored_at is null
      and (former.transaction is null or b.transaction > former.transaction)
    union all
    select deletion.at, deletion.transaction, 0 where deletion.at is not null
  ) as d;
  missing := missing - (
    select count(*)
    from postil_private.deletion_batches as b
    join postil_private.history as h on h.at = b.at and h.transaction = b.transaction
    where b.user_id = to_restore.user_id
      and b.restored_at is null
      and (former.transaction is null or b.transaction > former.transaction)
      and h.relation = 'responses'
      and h.operation = 'delete'
      and h.subject_id = to_restore.user_id
      and h.seq > after
  );
end
$$;
comment on function postil_private.to_restore(uuid) is
  'What there is of a user to restore: their row if it was deleted, and the transactions that deleted what they had, of '
  'which those rows count that history numbers higher than "after". missing: how many of the responses history has no more.';
