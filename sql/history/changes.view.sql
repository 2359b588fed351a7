-- Not security_invoker: as postil.events.
create or replace view postil.changes
  with (security_barrier = true)
as
  select
    h.seq,
    h.at,
    h.namespace,
    h.relation as "table",
    h.operation,
    case h.relation
      when 'responses' then h.image
        || jsonb_build_object('namespace', h.namespace, 'record_id', h.record_id, 'user_id', h.subject_id)
      else h.image
    end as image,
    h.record_id,
    h.subject_id,
    h.user_id,
    h.api_key_id,
    h.role,
    h.request_id,
    h.function,
    h.transaction
  from postil_private.history as h
  where (select postil_private.is_owner())
    or h.namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
    -- Of this namespace, not of one before it of the same key.
    and not exists (
      select from postil_private.namespace_beginnings as b where b.key = h.namespace and b.seq >= h.seq
    );
comment on view postil.changes is
  'What rows were before they were updated or deleted, in the namespaces that you administer; for owners, all, '
  'those of users and of deleted namespaces too. Insertions leave nothing here: the row itself tells of them.';
comment on column postil.changes.seq is 'The changes of one row are in this order.';
comment on column postil.changes.at is 'When its transaction began.';
comment on column postil.changes.namespace is 'Where the row belonged; null for a user.';
comment on column postil.changes.table is 'The table of the row.';
comment on column postil.changes.operation is 'update or delete.';
comment on column postil.changes.image is 'The row as it was before, without what triggers maintain.';
comment on column postil.changes.record_id is 'The record, if it was one or about one.';
comment on column postil.changes.subject_id is 'Whose row it was: the user of a response or membership, or the user itself.';
comment on column postil.changes.user_id is 'Who changed it, if a signed-in user did; they may have been deleted since.';
comment on column postil.changes.api_key_id is 'The API key that they did it with.';
comment on column postil.changes.role is 'The database role that changed it.';
comment on column postil.changes.request_id is 'The request that changed it.';
comment on column postil.changes.function is 'The function of the API that changed it; null for a plain statement.';
comment on column postil.changes.transaction is 'The transaction that changed it.';
