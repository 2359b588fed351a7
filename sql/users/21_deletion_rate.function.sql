-- By the latest deletions that were measured. Small ones say little: a transaction costs more than its rows.
create or replace function postil_private.deletion_rate(out seconds_each double precision, out known_from text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    -- As on the machine of docs/performance.md.
    coalesce(sum(b.seconds) / sum(b.responses), 0.000025),
    case count(*)
      when 0 then 'no deletion of 100 responses was measured here yet'
      else format('the last %s deletions of 100 responses or more that were measured here', count(*))
    end
  from (
    select d.seconds, d.responses
    from postil_private.deletion_batches as d
    where d.seconds is not null
      and d.responses >= 100
    order by d.at desc
    limit 20
  ) as b
$$;
comment on function postil_private.deletion_rate() is
  'How long the deletion of one response takes, and how that is known.';
