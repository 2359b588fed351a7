-- GROUP BY, not a join of OLD to NEW, for the reason in count_submitted().
-- Definer, as note_users().
create or replace function postil_private.note_members()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  case tg_op
    when 'INSERT' then
      perform postil_private.note_deeds(
        'member.added', array_agg(n.user_id), array_agg(n.namespace::text), array_agg(jsonb_build_object('role', n.role))
      )
      from new_rows as n;
    when 'DELETE' then
      perform postil_private.note_deeds(
        'member.removed', array_agg(o.user_id), array_agg(o.namespace::text), array_agg(jsonb_build_object('role', o.role))
      )
      from old_rows as o;
    when 'UPDATE' then
      perform postil_private.note_deeds(
        'member.changed', array_agg(changed.user_id), array_agg(changed.namespace),
        array_agg(jsonb_build_object('from', changed.was, 'role', changed.became))
      )
      from (
        select m.namespace, m.user_id, max(m.was) as was, max(m.became) as became
        from (
          select o.namespace::text, o.user_id, o.role as was, null::postil.member_role as became from old_rows as o
          union all
          select n.namespace, n.user_id, null, n.role from new_rows as n
        ) as m
        group by m.namespace, m.user_id
        having max(m.was) <> max(m.became)
      ) as changed;
    when 'TRUNCATE' then
      perform postil_private.note_deeds(
        'member.removed', array_agg(m.user_id), array_agg(m.namespace::text), array_agg(jsonb_build_object('role', m.role))
      )
      from postil.members as m;
  end case;
  return null;
end
$$;
comment on function postil_private.note_members() is
  'Trigger on members: notes who was given a role in a namespace, another one, or none any more.';
