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
    subject.name as subject_name,
    a.details,
    a.user_id,
    actor.name as user_name,
    a.api_key_id,
    a.role,
    a.request_id,
    a.function,
    a.transaction
  from postil_private.audit as a
  cross join lateral (
    select coalesce(
      (select u.name from postil.users as u where u.id = a.subject_id),
      (
        select h.image ->> 'name'
        from postil_private.history as h
        where h.relation = 'users'
          and h.subject_id = a.subject_id
        order by h.seq desc
        limit 1
      )
    ) collate "C" as name
  ) as subject
  cross join lateral (
    select coalesce(
      (select u.name from postil.users as u where u.id = a.user_id),
      (
        select h.image ->> 'name'
        from postil_private.history as h
        where h.relation = 'users'
          and h.subject_id = a.user_id
        order by h.seq desc
        limit 1
      )
    ) collate "C" as name
  ) as actor
  where (select postil_private.is_owner())
    -- Of this namespace, not of one before it of the same key.
    or exists (
      select
      from postil.namespaces as n
      where n.key = a.namespace
        and n.key = any ((select postil_private.namespaces_allowing('administer'))::text[])
        and n.inserted_at <= a.at
    );
comment on view postil.audit is
  'Who deleted, restored, erased or deactivated users, changed roles, made and revoked API keys. Owners see all, admins the '
  'roles of their namespaces. Only ever added to; names are those of now, or of when somebody was deleted.';
comment on column postil.audit.seq is 'Entries that concern one user are in this order.';
comment on column postil.audit.at is 'When its transaction began.';
comment on column postil.audit.action is
  'user.deleted, user.restored, user.erased, user.deactivated, user.reactivated, owner.made, owner.unmade, member.added, '
  'member.changed, member.removed, key.made, key.revoked.';
comment on column postil.audit.namespace is 'The namespace of the role, if it is about one.';
comment on column postil.audit.subject_id is 'Whom it was done to.';
comment on column postil.audit.subject_name is 'Their name; null when they were erased.';
comment on column postil.audit.details is 'What more there is to say: a role, a key''s id, numbers. No names, no values.';
comment on column postil.audit.user_id is 'Who did it, if a signed-in user did.';
comment on column postil.audit.user_name is 'Their name; null when they were erased.';
comment on column postil.audit.api_key_id is 'The API key that they did it with.';
comment on column postil.audit.role is 'The database role that did it.';
comment on column postil.audit.request_id is 'The request that did it.';
comment on column postil.audit.function is 'The function of the API that did it; null for a plain statement.';
comment on column postil.audit.transaction is 'The transaction that did it.';
