-- Definer: it asks postil_private who calls; what it counts is what the policy responses_select lets them see.
create or replace function postil.user_progress(namespace text, dataset text, user_id uuid default null)
  returns table (submitted bigint, draft bigint, discarded bigint, excluded bigint)
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  me constant uuid := postil_private.current_user_id();
  whose constant uuid := coalesce(user_progress.user_id, me);
  total bigint := 0;
begin
  draft := 0;
  discarded := 0;
  if namespace = any (postil_private.namespaces_allowing('read responses'))
    or whose = me and namespace = any (postil_private.namespaces_allowing('read'))
  then
    select g.total, g.draft, g.discarded
    into total, draft, discarded
    from postil_private.responses_of_user(namespace, dataset, whose) as g;
  end if;
  submitted := total - draft - discarded;
  excluded := 0;
  -- Of one user, all submitted responses count, or none.
  if exists (select from postil.users as u where u.id = whose and u.responses_excluded) then
    excluded := submitted;
    submitted := 0;
  end if;
  return next;
end
$$;
comment on function postil.user_progress(text, text, uuid) is
  'How many responses to a dataset''s records a user has given, by status: yours, or those of another user that '
  'you may see. excluded: submitted, but not counted, as the user was deactivated so; not in submitted.';
