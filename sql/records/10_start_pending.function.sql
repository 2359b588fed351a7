-- A record is born pending, with its dataset's threshold.
--
-- FOR SHARE makes a concurrent change of the dataset's min_submitted wait for this transaction, so that its
-- trigger sees this record; a change that came first makes this wait, and read the new value.
-- Definer: a lock needs more rights than people who insert records have.
create or replace function postil_private.start_pending()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(new.min_submitted, 0) = 0 then
    select d.min_submitted
    into new.min_submitted
    from postil.datasets as d
    where d.namespace = new.namespace
      and d.key = new.dataset
    for share;
    if not found then
      -- The foreign key will refuse the row, or row-level security before it, each in its own words.
      new.min_submitted := 1;
    end if;
  end if;
  new.submitted_count := 0;
  new.completed_at := null;
  return new;
end
$$;
comment on function postil_private.start_pending() is
  'Trigger: a new record takes its dataset''s min_submitted and starts with no submitted response.';
