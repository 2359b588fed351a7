create or replace function postil_private.tell_change(
  namespace text,
  dataset text,
  flip text,
  record_ids uuid[],
  submitted bigint
)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan -- as count_submitted()
as $$
declare
  completed bigint := 0;
begin
  if flip is not null then
    perform postil_private.tell_events(namespace, dataset, flip, record_ids);
    completed := case flip when 'record.completed' then 1 else -1 end * cardinality(record_ids);
  end if;
  if completed <> 0 or submitted <> 0 then
    insert into postil_private.progress (namespace, dataset, completed, submitted)
    values (tell_change.namespace, tell_change.dataset, completed, submitted);
  end if;
end
$$;
comment on function postil_private.tell_change(text, text, text, uuid[], bigint) is
  'Writes what became of records of one dataset that changed alike: their events, if they flipped, and the change of the '
  'dataset''s counts. flip: null when they kept their status. submitted: how many more submitted responses there are.';
