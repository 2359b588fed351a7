-- One at a time: of two owners who end each other at the same moment, the second waits here, and then sees that there would
-- be none. What it waits for is about to commit: the rows are changed and their cascades done before this.
create or replace function postil_private.keep_an_owner()
  returns trigger
  language plpgsql
  security definer -- It looks at all users, whoever asks.
  set search_path = pg_catalog, pg_temp
as $$
declare
  fewer boolean;
begin
  case tg_op
    when 'DELETE' then
      fewer := exists (select from old_rows as o where o.owner and o.deactivated_at is null);
    when 'UPDATE' then
      fewer := (select count(*) from old_rows as o where o.owner and o.deactivated_at is null)
        > (select count(*) from new_rows as n where n.owner and n.deactivated_at is null);
    when 'TRUNCATE' then -- Before it: afterwards nobody knows whether there was one.
      fewer := exists (select from postil.users as u where u.owner and u.deactivated_at is null);
  end case;
  if not fewer then
    return null;
  end if;
  perform postil_private.require_read_committed('to end an owner');
  perform pg_advisory_xact_lock(hashtextextended('postil: an owner ends', 0));
  if tg_op = 'TRUNCATE' or not exists (select from postil.users as u where u.owner and u.deactivated_at is null) then
    raise exception using
      errcode = 'PN409',
      message = 'there would be no owner left',
      detail = 'Somebody who may do everything has to stay: an owner who is not deactivated.',
      hint = 'Make somebody else an owner first: postil user create --owner, or set owner in postil.users.';
  end if;
  return null;
end
$$;
comment on function postil_private.keep_an_owner() is
  'Trigger on users: the last active owner cannot be deleted, deactivated, or stripped of that.';
