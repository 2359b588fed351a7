-- Not security_invoker: as postil.events.
create or replace view postil.audit
  with (security_barrier = true)
as
  select
    a.seq,
    a.at,
    a.action,
    a.namespace,
    a.subject_id,
    (select k.name from postil_private.known_names as k where k.id = a.subject_id) as subject_name,
    a.details,
    a.user_id,
    (select k.name from postil_private.known_names as k where k.id = a.user_id) as user_name,
    a.api_key_id,
    a.role,
    a.request_id,
    a.function,
    a.transaction
  from postil_private.audit as a
  where (select postil_private.is_owner())
    or a.namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
    -- Of this namespace, not of one before it of the same key.
    and not exists (
      select from postil_private.namespace_beginnings as b where b.key = a.namespace and b.seq >= a.seq
    );
comment on view postil.audit is
  'Who deleted, restored, erased or deactivated users, changed roles, made and revoked API keys, made, deleted '
  'or protected namespaces, or changed how long history is kept. '
  'Owners see all, admins the roles of their namespaces. Only ever added to; names are those of now, or of when somebody was '
  'deleted.';
comment on column postil.audit.seq is 'Entries that concern one user are in this order, and numbered together with changes.';
comment on column postil.audit.at is 'When its transaction began.';
comment on column postil.audit.action is
  'user.deleted, user.restored, user.erased, user.deactivated, user.reactivated, deletion.started, deletion.cancelled, '
  'owner.made, owner.unmade, member.added, member.changed, member.removed, key.made, key.revoked, key.unrevoked, key.removed, '
  'namespace.made, namespace.deleted, namespace.protected, namespace.unprotected, history_days.changed.';
comment on column postil.audit.namespace is 'The namespace that it is about, or of the role.';
comment on column postil.audit.subject_id is 'Whom it was done to, if it was done to somebody.';
comment on column postil.audit.subject_name is 'Their name; null when they were erased.';
comment on column postil.audit.details is 'What more there is to say: a role, a key''s id, numbers. No names, no values.';
comment on column postil.audit.user_id is 'Who did it, if a signed-in user did.';
comment on column postil.audit.user_name is 'Their name; null when they were erased.';
comment on column postil.audit.api_key_id is 'The API key that they did it with.';
comment on column postil.audit.role is 'The database role that did it.';
comment on column postil.audit.request_id is 'The request that did it.';
comment on column postil.audit.function is 'The function of the API that did it; null for a plain statement.';
comment on column postil.audit.transaction is 'The transaction that did it.';
