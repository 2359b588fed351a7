-- No SET clause and one expression: PostgreSQL puts it in the place of the call. RETURN, not a string: its names are
-- looked up here and now, so it needs no search_path.
create or replace function postil_private.completion_time(
  submitted_count integer,
  min_submitted integer,
  since timestamptz
)
  returns timestamptz
  language sql
  stable
  parallel safe
  return case when submitted_count >= min_submitted then coalesce(since, now()) end;
comment on function postil_private.completion_time(integer, integer, timestamptz) is
  'The completed_at that goes with a count and a threshold: set when a record becomes completed, kept while it is, '
  'cleared when it re-opens.';
