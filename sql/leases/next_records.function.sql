-- Definer: people who respond may not lock records, nor see who holds which.
create or replace function postil.next_records(namespace text, dataset text, "limit" integer default 1)
  returns setof postil.records
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  me constant uuid := postil_private.current_user_id();
  source postil.datasets;
  taken uuid[];
begin
  perform postil_private.require_respond(namespace);
  perform postil_private.require_read_committed('next_records');
  if "limit" is null or "limit" not between 1 and 1000 then
    raise exception using
      errcode = 'PN422',
      message = format('limit is a number from 1 to 1,000, not %s', coalesce("limit"::text, 'null')),
      hint = 'Ask for as many records as are shown at once, and for more when they are answered.';
  end if;
  -- Users come before records in the order of locks; a lease refers to both.
  perform from postil.users as u where u.id = me and u.deactivated_at is null for key share;
  if not found then
    raise exception using
      errcode = 'PN422',
      message = 'only a user can be given records',
      detail = 'Nobody is signed in, or they have just been deleted or deactivated.',
      hint = 'Sign in with the API key or token of the user who will respond.';
  end if;
  select d.*
  into source
  from postil.datasets as d
  where d.namespace = next_records.namespace
    and d.key = next_records.dataset;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format(
        'there is no dataset %L in namespace %L',
        postil_private.shortened(next_records.dataset), postil_private.shortened(next_records.namespace)
      ),
      hint = 'See postil.datasets for those that there are.';
  end if;
  if source.status = 'draft' then
    raise exception using
      errcode = 'PN409',
      message = format('dataset %s is a draft, and its records take no responses', source.key),
      hint = 'Publish it first: postil.publish_dataset(namespace, dataset).';
  end if;

  perform postil_private.lock_leases_of_user(namespace, me);
  taken := postil_private.take_records(source, me, "limit");
  if taken = '{}' then
    -- Nothing free, though something may be open: then it is worth waiting for, as no row means that there is nothing to do.
    taken := postil_private.wait_for_records(source, me, "limit");
  end if;
  perform postil_private.forget_leases(namespace, me);

  return query
    select r.*
    from unnest(taken) with ordinality as given (id, place)
    cross join lateral (
      select *
      from postil.records as one
      where one.namespace = next_records.namespace
        and one.id = given.id
      offset 0 -- Keeps it a lookup for each row.
    ) as r
    order by given.place;
end
$$;
comment on function postil.next_records(text, text, integer) is
  'Up to 1,000 pending records for you to answer, kept for you for the dataset''s lease_seconds: your drafts first, then '
  'those that you hold, then new ones, as many as still need people. No row: there is nothing for you to do. PN409 for a draft.';
