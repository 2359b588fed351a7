-- Of all responses of somebody, only their number is asked, which the index by user has; of the few that are not submitted,
-- the status too.
create or replace function postil_private.responses_of_user(
  namespace text,
  dataset text,
  user_id uuid,
  out total bigint,
  out draft bigint,
  out discarded bigint
)
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
  set random_page_cost = 1.1 -- as uncounted_responses()
  set jit = off
as $$
begin
  if postil_private.is_alone(namespace, dataset) then
    total := (
      select count(*)
      from postil.responses as a
      where a.user_id = responses_of_user.user_id
        and a.namespace = responses_of_user.namespace
    );
    select count(*) filter (where a.status = 'draft'), count(*) filter (where a.status = 'discarded')
    into draft, discarded
    from postil.responses as a
    where a.user_id = responses_of_user.user_id
      and a.namespace = responses_of_user.namespace
      and a.status <> 'submitted';
  else
    select count(*), count(*) filter (where a.status = 'draft'), count(*) filter (where a.status = 'discarded')
    into total, draft, discarded
    from postil.responses as a
    join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
    where a.user_id = responses_of_user.user_id
      and a.namespace = responses_of_user.namespace
      and r.dataset = responses_of_user.dataset;
  end if;
end
$$;
comment on function postil_private.responses_of_user(text, text, uuid) is
  'How many responses to the records of a dataset somebody has given: in all, drafts, and discards.';
