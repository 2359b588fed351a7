-- From whoever may not see that user's responses.
select plan(2);
select test.team();
create or replace function postil_private.last_flips(namespace text, record_id uuid)
  returns table (id uuid, type text, at timestamptz, user_id uuid, role text)
  language sql
  stable
  set search_path = ''
as $$
  select postil_private.uuidv7(), 'record.completed', '2026-01-02 03:04+00'::timestamptz, u.id, 'authenticated'
  from postil.users as u
  where u.name = 'colleague'
$$;
create function pg_temp.flips() returns jsonb language sql as $$
  select details -> 'last_flips' from postil.explain_status('team', test.id('a'))
$$;
select test.act_as('annotator');
select is(
  pg_temp.flips(),
  '[{"type": "record.completed", "at": "2026-01-02T03:04:00+00:00", "user_id": null, "user": null, "role": "authenticated"}]'
);
select test.act_as('reviewer');
select is(pg_temp.flips() -> 0 ->> 'user_id', test.user('colleague')::text);
select * from finish();
