-- As purge_images() looks for them.
create or replace function postil_private.left_traces(user_id uuid)
  returns boolean
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    exists (select from postil_private.history as h where h.subject_id = left_traces.user_id)
    or exists (
      select from postil_private.repairs as p where left_traces.user_id::text in (p.was ->> 'user_id', p.was ->> 'id')
    )
$$;
comment on function postil_private.left_traces(uuid) is
  'Whether there are images of rows of a user, who may be unknown otherwise.';
