-- Who created records and suggestions, which namespace a change was about, and what is left to restore.

-- No foreign key, and so no lock: it stays when they are deleted.
alter table postil.records add column created_by uuid;
alter table postil.suggestions add column created_by uuid;
comment on column postil.records.created_by is
  'The signed-in user who created it, if one did; they may have been deleted since. Set by a trigger.';
comment on column postil.suggestions.created_by is
  'The signed-in user who created it, if one did; they may have been deleted since. Set by a trigger.';

-- One sequence for both, so that one number tells what came before.
alter table postil_private.audit alter column seq drop identity;
alter table postil_private.audit alter column seq set default nextval('postil_private.history_seq_seq');
select setval('postil_private.history_seq_seq', greatest(
  (select max(a.seq) from postil_private.audit as a),
  nextval('postil_private.history_seq_seq')
));

create table postil_private.namespace_beginnings (
  key postil.key
    constraint namespaces_begin_once primary key
    constraint only_namespaces_begin references postil.namespaces on delete cascade,
  seq bigint not null
);
alter table postil_private.namespace_beginnings enable row level security;
comment on table postil_private.namespace_beginnings is
  'What history and audit say of a namespace up to this number is about another one, which had its key before and was deleted.';
insert into postil_private.namespace_beginnings (key, seq)
select n.key, max(told.seq)
from postil.namespaces as n
cross join lateral (
  select h.seq from postil_private.history as h where h.namespace = n.key and h.at < n.inserted_at
  union all
  select a.seq from postil_private.audit as a where a.namespace = n.key and a.at < n.inserted_at
) as told
group by n.key;

-- Nobody empties the table of namespaces any more, so no image is kept of that.
drop trigger if exists "70_keep_truncated_rows" on postil.namespaces;
delete from postil_private.repeatables
where path = 'history/keep_truncated_namespaces.trigger.sql';

alter table postil_private.deletion_batches add column restored_at timestamptz;
comment on column postil_private.deletion_batches.restored_at is 'When restore_user() dealt with what it deleted.';

-- Their results are others now; sql/ makes them anew.
drop function if exists postil_private.to_restore(uuid);
drop function if exists postil_private.deleted_rows(text, uuid, bigint, timestamptz[], xid8[]);
