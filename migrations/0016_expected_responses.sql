-- It takes another argument now; sql/ makes it anew, as PostgREST cannot tell overloads apart.
drop function if exists postil.delete_user_in_background(uuid, integer);
delete from postil_private.repeatables where path in (
  'deletions/delete_user_in_background.function.sql',
  'deletions/delete_user_in_background.grant.sql'
);
