-- Counted, not added up from what triggers keep: it is what a deletion is compared with.
-- Definer: the history of a namespace, and whoever else is a member of it, are its admins' to see.
create or replace function postil.namespace_contents(namespace text)
  returns jsonb
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_administer(namespace);
  return jsonb_build_object(
    'members', (select count(*) from postil.members as t where t.namespace = namespace_contents.namespace),
    'datasets', (select count(*) from postil.datasets as t where t.namespace = namespace_contents.namespace),
    'fields', (select count(*) from postil.fields as t where t.namespace = namespace_contents.namespace),
    'questions', (select count(*) from postil.questions as t where t.namespace = namespace_contents.namespace),
    'metadata_properties',
    (select count(*) from postil.metadata_properties as t where t.namespace = namespace_contents.namespace),
    'records', (select count(*) from postil.records as t where t.namespace = namespace_contents.namespace),
    'responses', (select count(*) from postil.responses as t where t.namespace = namespace_contents.namespace),
    'suggestions', (select count(*) from postil.suggestions as t where t.namespace = namespace_contents.namespace)
  );
end
$$;
comment on function postil.namespace_contents(text) is
  'How much there is of everything in a namespace, for its admins: members, datasets, fields, questions, metadata_properties, '
  'records, responses, suggestions.';
