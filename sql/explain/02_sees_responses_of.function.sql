-- As the policy on responses has it: who answers what is for reviewers, and for oneself.
create or replace function postil_private.sees_responses_of(user_id uuid, namespace text)
  returns boolean
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select namespace = any (postil_private.namespaces_allowing('read responses'))
    or namespace = any (postil_private.namespaces_allowing('read')) and user_id = postil_private.current_user_id()
$$;
comment on function postil_private.sees_responses_of(uuid, text) is
  'Whether the caller may see this user''s responses in the namespace.';
