-- What tells whether a row is still the one that somebody has read; HTTP calls it an ETag.

-- The transaction that wrote a row last: another number each time it changes, also when it is restored or made anew.
-- Rows that are there already have the number of no transaction.
alter table postil.namespaces
  add column version xid8 not null default '0',
  add column metadata_version bigint not null default 1,
  add column contents_version bigint not null default 1;
alter table postil.datasets add column version xid8 not null default '0';
alter table postil.fields add column version xid8 not null default '0';
alter table postil.questions add column version xid8 not null default '0';
alter table postil.metadata_properties add column version xid8 not null default '0';
alter table postil.records add column version xid8 not null default '0';
alter table postil.responses add column version xid8 not null default '0';
alter table postil.suggestions add column version xid8 not null default '0';

alter table postil.namespaces alter column version set default pg_current_xact_id();
alter table postil.datasets alter column version set default pg_current_xact_id();
alter table postil.fields alter column version set default pg_current_xact_id();
alter table postil.questions alter column version set default pg_current_xact_id();
alter table postil.metadata_properties alter column version set default pg_current_xact_id();
alter table postil.records alter column version set default pg_current_xact_id();
alter table postil.responses alter column version set default pg_current_xact_id();
alter table postil.suggestions alter column version set default pg_current_xact_id();

comment on column postil.namespaces.version is 'Another one whenever anything in this row has changed; its ETag.';
comment on column postil.namespaces.metadata_version is 'One more whenever name, description, metadata or protected has changed.';
comment on column postil.namespaces.contents_version is
  'One more whenever a dataset was made, changed or deleted, with its fields, questions and metadata properties; not when '
  'records or responses were.';
comment on column postil.datasets.version is 'Another one whenever anything in this row has changed; its ETag.';
comment on column postil.fields.version is 'Another one whenever anything in this row has changed; its ETag.';
comment on column postil.questions.version is 'Another one whenever anything in this row has changed; its ETag.';
comment on column postil.metadata_properties.version is 'Another one whenever anything in this row has changed; its ETag.';
comment on column postil.records.version is
  'Another one whenever anything in this row has changed, submitted_count too; its ETag.';
comment on column postil.responses.version is 'Another one whenever anything in this row has changed; its ETag.';
comment on column postil.suggestions.version is 'Another one whenever anything in this row has changed; its ETag.';
