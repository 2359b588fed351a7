create or replace function postil_private.open_slots(
  namespace text,
  record_id uuid,
  missing integer,
  user_id uuid,
  policy postil.skip_policy
)
  returns bigint
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    missing
    - (
      select count(*)
      from postil_private.live_leases() as l
      where l.namespace = open_slots.namespace
        and l.record_id = open_slots.record_id
        and l.user_id <> open_slots.user_id
    )
    - case policy
      when 'done' then (
        select count(*)
        from postil.responses as a
        where a.namespace = open_slots.namespace
          and a.record_id = open_slots.record_id
          and a.status = 'discarded'
          and not a.excluded
      )
      else 0
    end
$$;
comment on function postil_private.open_slots(text, uuid, integer, uuid, postil.skip_policy) is
  'How many people may be given a record that misses that many submitted responses, this user among them.';
