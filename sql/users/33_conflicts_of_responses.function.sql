-- Definitions, then records, both in the order that everybody uses; all stay as they are until the end of the transaction.
-- Records as count_submitted() will lock them: whoever holds all of them in a weaker mode, and then begins anew with the first,
-- meets somebody who holds that one and waits behind the deletion of another.
create or replace function postil_private.conflicts_of_responses(
  user_id uuid,
  after bigint,
  times timestamptz[],
  transactions xid8[]
)
  returns table (seq bigint, what text, namespace text, record_id uuid, reason text)
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set jit = off -- as count_submitted()
as $$
#variable_conflict use_column
declare
  seqs bigint[];
  namespaces text[];
  ids uuid[];
  locked boolean[];
begin
  select
    array_agg(d.seq order by d.namespace, d.record_id),
    array_agg(d.namespace order by d.namespace, d.record_id),
    array_agg(d.record_id order by d.namespace, d.record_id)
  into seqs, namespaces, ids
  from postil_private.deleted_rows('responses', user_id, after, times, transactions) as d;
  if seqs is null then
    return;
  end if;

  perform postil_private.hold_definition(d.namespace, d.dataset)
  from (
    select distinct r.namespace, r.dataset
    from unnest(namespaces, ids) as wanted (namespace, id)
    join postil.records as r on r.namespace = wanted.namespace and r.id = wanted.id
    order by r.namespace, r.dataset
  ) as d;
  locked := array(
    select found.there is not null
    from unnest(seqs, namespaces, ids) as wanted (seq, namespace, id)
    left join lateral (
      select true as there
      from postil.records as r
      where r.namespace = wanted.namespace
        and r.id = wanted.id
        -- As in conflicts_of_memberships(): an import may have given another record its id.
        and not exists (
          select from postil_private.namespace_beginnings as b where b.key = r.namespace and b.seq >= wanted.seq
        )
      for no key update
    ) as found on true
  );

  return query
    select
      w.seq, 'response', w.namespace, w.id,
      case when not w.locked then 'the record is gone' else 'they have answered it again' end
    from unnest(seqs, namespaces, ids, locked) as w (seq, namespace, id, locked)
    where not w.locked
      or exists (
        select
        from postil.responses as a
        where a.namespace = w.namespace
          and a.record_id = w.id
          and a.user_id = conflicts_of_responses.user_id
      );
end
$$;
comment on function postil_private.conflicts_of_responses(uuid, bigint, timestamptz[], xid8[]) is
  'Which of somebody''s deleted responses cannot be restored, as their record is gone or they have answered again. Keeps '
  'the records of the others, and their datasets'' definitions, as they are.';
