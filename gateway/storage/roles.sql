-- The roles that Postil needs in the cluster, as on Supabase, and who may become whom. Run by a role that may create
-- roles; every line can be run again.
do $$
declare
  wanted record;
begin
  for wanted in
    select *
    from (values
      ('postil_owner', 'nologin'),
      ('anon', 'nologin noinherit'),
      ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit bypassrls'),
      ('authenticator', 'login noinherit')
    ) as w (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      begin
        execute format('create role %I %s', wanted.name, wanted.attributes);
      exception when duplicate_object or unique_violation then
        null; -- Roles belong to the cluster; another installation was faster.
      end;
    end if;
  end loop;

  for wanted in
    select *
    from (values
      ('anon', 'authenticator'), ('authenticated', 'authenticator'), ('service_role', 'authenticator'),
      -- The gateway connects as the owner and acts as the caller.
      ('anon', 'postil_owner'), ('authenticated', 'postil_owner'), ('service_role', 'postil_owner'),
      ('postil_owner', current_user)
    ) as w (role, member)
  loop
    if not pg_has_role(wanted.member, wanted.role, 'member') then
      execute format('grant %I to %I', wanted.role, wanted.member);
    end if;
  end loop;

  execute format('grant connect, create, temporary on database %I to postil_owner', current_database());
  execute format('grant connect on database %I to authenticator', current_database());
end
$$;
