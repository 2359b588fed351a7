-- A slash is in no key, so no two datasets have one name. (Two names with one hash would merely wait for each other.)
create or replace function postil_private.definition_lock(namespace text, dataset text)
  returns bigint
  language sql
  immutable
  parallel safe
  return hashtextextended(namespace || '/' || dataset, 6);
comment on function postil_private.definition_lock(text, text) is
  'The advisory lock of a dataset''s definition: its fields, questions and metadata properties.';
