-- The rate is that of the last batches until now: it falls when nobody works on it.
create or replace function postil_private.deletion_state(user_id uuid)
  returns table (
    state text,
    done bigint,
    total bigint,
    rate double precision,
    eta_seconds double precision,
    started_at timestamptz
  )
  language sql
  stable
  set search_path = pg_catalog, pg_temp
begin atomic
  select
    case
      when d.finished_at is not null then 'finished'
      when d.cancelled_at is not null then 'cancelled'
      else 'running'
    end,
    batches.done,
    greatest(d.total, batches.done),
    speed.rate,
    case
      when num_nonnulls(d.finished_at, d.cancelled_at) = 0
        then ceil((greatest(d.total, batches.done) - batches.done) / nullif(speed.rate, 0))
    end,
    d.started_at
  from postil_private.deletions as d
  cross join lateral (
    select coalesce(sum(b.responses), 0)::bigint as done
    from postil_private.deletion_batches as b
    where b.user_id = d.user_id
      and b.transaction > d.transaction
  ) as batches
  cross join lateral (
    select sum(recent.responses) / nullif(extract(epoch from
      coalesce(d.finished_at, d.cancelled_at, clock_timestamp()) - min(recent.at)
    ), 0)::double precision as rate
    from (
      select b.responses, b.at
      from postil_private.deletion_batches as b
      where b.user_id = d.user_id
        and b.transaction > d.transaction
      order by b.transaction desc
      limit case when num_nonnulls(d.finished_at, d.cancelled_at) = 0 then 50 end
    ) as recent
  ) as speed
  where d.user_id = deletion_state.user_id;
end;
comment on function postil_private.deletion_state(uuid) is
  'How far the deletion of a user in the background has come; no row when none was begun.';
