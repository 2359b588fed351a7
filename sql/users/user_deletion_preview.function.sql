-- Definer: it looks at everything of somebody; only owners may ask.
create or replace function postil.user_deletion_preview(user_id uuid)
  returns table (
    id uuid,
    name text,
    responses bigint,
    submitted bigint,
    draft bigint,
    discarded bigint,
    reopens bigint,
    datasets jsonb,
    memberships jsonb,
    api_keys bigint,
    last_owner boolean,
    last_admin_of text[],
    estimated_seconds double precision,
    estimated_from text
  )
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_owner('see what the deletion of a user would do');
  return query
    select
      u.id,
      u.name,
      counts.responses,
      counts.submitted,
      counts.draft,
      counts.discarded,
      counts.reopens,
      counts.datasets,
      (
        select coalesce(jsonb_agg(jsonb_build_object('namespace', m.namespace, 'role', m.role) order by m.namespace), '[]')
        from postil.members as m
        where m.user_id = u.id
      ),
      (select count(*) from postil_private.api_keys as k where k.user_id = u.id),
      last.owner,
      last.admin_of,
      round((counts.responses * rate.seconds_each)::numeric, 2)::double precision,
      rate.known_from
    from postil.users as u
    cross join lateral (
      select
        coalesce(sum(c.submitted + c.draft + c.discarded), 0)::bigint as responses,
        coalesce(sum(c.submitted), 0)::bigint as submitted,
        coalesce(sum(c.draft), 0)::bigint as draft,
        coalesce(sum(c.discarded), 0)::bigint as discarded,
        coalesce(sum(c.reopens), 0)::bigint as reopens,
        coalesce(jsonb_agg(c.dataset), '[]') as datasets
      from postil_private.count_deletion(u.id) as c
    ) as counts
    cross join lateral postil_private.last_of(u.id) as last
    cross join postil_private.deletion_rate() as rate
    where u.id = user_deletion_preview.user_id;
  if not found then
    perform postil_private.refuse_missing_user(user_id);
  end if;
end
$$;
comment on function postil.user_deletion_preview(uuid) is
  'What the deletion of a user would take along, for owners: responses by status, and in datasets by namespace and dataset '
  'too; how many records would re-open; memberships and API keys; whether they are the only owner, and the only admin of '
  'which namespaces; how many seconds it would take, and how that is known. delete_user() takes its number of responses.';
