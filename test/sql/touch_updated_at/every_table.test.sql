-- A change gives a row a new updated_at; writing the same again does not. Every table of the API has the trigger.
select plan(2);
select test.team();
set local session_replication_role = replica; -- Rows that were written long ago.
update postil.namespaces set updated_at = '2001-01-01';
update postil.users set updated_at = '2001-01-01';
update postil.members set updated_at = '2001-01-01';
update postil.datasets set updated_at = '2001-01-01';
update postil.fields set updated_at = '2001-01-01';
update postil.questions set updated_at = '2001-01-01';
update postil.metadata_properties set updated_at = '2001-01-01';
update postil.records set updated_at = '2001-01-01';
update postil.responses set updated_at = '2001-01-01';
update postil.suggestions set updated_at = '2001-01-01';
set local session_replication_role = origin;
create temporary view times as
  select 'namespaces' as name, updated_at from postil.namespaces
  union all select 'users', updated_at from postil.users
  union all select 'members', updated_at from postil.members
  union all select 'datasets', updated_at from postil.datasets
  union all select 'fields', updated_at from postil.fields
  union all select 'questions', updated_at from postil.questions
  union all select 'metadata_properties', updated_at from postil.metadata_properties
  union all select 'records', updated_at from postil.records
  union all select 'responses', updated_at from postil.responses
  union all select 'suggestions', updated_at from postil.suggestions;

update postil.namespaces set name = name, description = description, metadata = metadata, protected = protected;
update postil.users set name = name, owner = owner;
update postil.members set role = role;
update postil.datasets set name = name, guidelines = guidelines, min_submitted = min_submitted,
  allow_extra_metadata = allow_extra_metadata, status = status;
update postil.fields set title = title, type = type, required = required, settings = settings;
update postil.questions set title = title, required = required, settings = settings;
update postil.metadata_properties set title = title, type = type, settings = settings;
update postil.records set fields = fields, metadata = metadata, external_id = external_id;
update postil.responses set status = status, values = values;
update postil.suggestions set value = value, score = score;
select is_empty($$ select * from times where updated_at <> '2001-01-01' $$, 'nothing changed');

update postil.namespaces set description = 'new';
update postil.users set name = name || '!';
update postil.members set role = case role when 'viewer' then 'admin' else 'viewer' end::postil.member_role;
update postil.datasets set guidelines = 'new';
update postil.fields set title = 'new';
update postil.questions set description = 'new';
update postil.metadata_properties set position = 7;
update postil.records set metadata = '{"language": "en"}';
update postil.responses set values = '{"mood": {"value": "new"}}';
update postil.suggestions set score = '0.5';
select is_empty($$ select * from times where updated_at <> now() $$, 'everything changed');
select * from finish();
