-- By this order, that of transactions' first writes, an event of a record may come after one that happened later, if its
-- transaction began to write later; their ids tell: they are made at the moment itself, under the record's lock.
-- An event is shown once no transaction that began before its own can still add one before it: a reader who remembers
-- the last position and asks for what comes after never skips any.
-- Not security_invoker: postil_private is closed to everyone else, so the view filters by itself.
create or replace view postil.events
  with (security_barrier = true)
as
  select
    o.transaction || '/' || o.id || '/' || record.place as position,
    o.id || '/' || record.place as id,
    o.type,
    o.namespace,
    o.dataset,
    record.id as record_id,
    o.user_id,
    o.role,
    o.at,
    o.transaction,
    o.id as batch,
    record.place
  from postil_private.outbox as o
  cross join unnest(o.record_ids) with ordinality as record (id, place)
  where o.transaction < pg_snapshot_xmin(pg_current_snapshot())
    and o.namespace = any ((select postil_private.namespaces_allowing('administer'))::text[]);
comment on view postil.events is
  'What happened in the namespaces that you administer: record.completed, record.reopened, record.deleted. Their order is that of '
  '(transaction, batch, place).';
comment on column postil.events.position is 'Where it stands among its namespace''s events; events_after() takes it.';
comment on column postil.events.id is 'The same each time it is read. The events of one record happened in the order of their ids.';
comment on column postil.events.type is 'record.completed, record.reopened or record.deleted.';
comment on column postil.events.namespace is 'The namespace of the record.';
comment on column postil.events.dataset is 'The dataset of the record.';
comment on column postil.events.record_id is 'The record; it may have been deleted since.';
comment on column postil.events.user_id is 'Who caused it, if a signed-in user did; they may have been deleted since.';
comment on column postil.events.role is 'The database role that caused it.';
comment on column postil.events.at is 'When its transaction began.';
comment on column postil.events.transaction is 'The transaction that caused it.';
comment on column postil.events.batch is 'What changed together, up to 1,000 records.';
comment on column postil.events.place is 'Its place in the batch, from 1.';
