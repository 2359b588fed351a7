-- The last image of each: with batches, somebody may have answered again in between.
-- No SET clause: PostgreSQL puts it in the place of the call, like a view.
create or replace function postil_private.deleted_rows(
  of_relation text,
  user_id uuid,
  after bigint,
  times timestamptz[],
  transactions xid8[]
)
  returns table (namespace text, record_id uuid, image jsonb, seq bigint)
  language sql
  stable
begin atomic
  select distinct on (h.namespace, h.record_id) h.namespace::text, h.record_id, h.image, h.seq
  from postil_private.history as h
  where h.at = any (times)
    and h.transaction = any (transactions)
    and h.relation = of_relation
    and h.operation = 'delete'
    and h.subject_id = deleted_rows.user_id
    and h.seq > deleted_rows.after
  order by h.namespace, h.record_id, h.seq desc;
end;
comment on function postil_private.deleted_rows(text, uuid, bigint, timestamptz[], xid8[]) is
  'The responses or memberships of a user that are to be restored; see to_restore().';
