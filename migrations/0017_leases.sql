-- A lease ends with what its user answers after it. Times cannot tell what came after: of a transaction they are those of
-- its beginning, and an import brings its own.
alter table postil_private.leases
  add column snapshot pg_snapshot,
  add column transaction xid8,
  add column again boolean not null default false;
update postil_private.leases set snapshot = pg_current_snapshot(), transaction = pg_current_xact_id();
alter table postil_private.leases
  alter column snapshot set default pg_current_snapshot(),
  alter column transaction set default pg_current_xact_id();
-- Few, and none for longer than a day.
-- squawk-ignore adding-not-nullable-field
alter table postil_private.leases alter column snapshot set not null;
-- squawk-ignore adding-not-nullable-field
alter table postil_private.leases alter column transaction set not null;
-- What reads the column; sql/ makes it anew.
drop function if exists postil_private.live_leases();
delete from postil_private.repeatables where path = 'leases/01_live_leases.function.sql';
-- squawk-ignore ban-drop-column
alter table postil_private.leases drop column leased_at;
comment on column postil_private.leases.snapshot is 'What could be seen when it was given. Answers that could not be end it.';
comment on column postil_private.leases.transaction is
  'The transaction that gave it; of its own, a snapshot says nothing that holds.';
comment on column postil_private.leases.again is 'Whether that transaction had discarded the record before.';
