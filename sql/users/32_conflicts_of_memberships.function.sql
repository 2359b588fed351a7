-- A namespace that was made after the deletion is another one, whatever its key.
create or replace function postil_private.conflicts_of_memberships(
  user_id uuid,
  after bigint,
  times timestamptz[],
  transactions xid8[]
)
  returns table (seq bigint, what text, namespace text, record_id uuid, reason text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    d.seq,
    'membership',
    d.namespace,
    null::uuid,
    case when n.key is null then 'the namespace is gone' else 'they are a member there again' end
  from postil_private.deleted_rows('members', user_id, after, times, transactions) as d
  left join postil.namespaces as n
    on n.key = d.namespace
    and not exists (select from postil_private.namespace_beginnings as b where b.key = d.namespace and b.seq >= d.seq)
  where n.key is null
    or exists (
      select
      from postil.members as m
      where m.namespace = d.namespace
        and m.user_id = conflicts_of_memberships.user_id
    )
$$;
comment on function postil_private.conflicts_of_memberships(uuid, bigint, timestamptz[], xid8[]) is
  'Which of somebody''s deleted memberships cannot be restored, and why.';
