-- From first principles: nothing that a trigger maintains is trusted, everything is counted again.
-- Definer: it looks at everything; only owners may ask.
create or replace function postil.verify()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language plpgsql
  stable
  security definer
  set search_path = ''
as $$
begin
  if not postil_private.is_owner() then
    raise exception using errcode = 'PN403', message = 'only an owner may verify the whole database';
  end if;
  return query
    select * from postil_private.verify_status()
    union all
    select * from postil_private.verify_references()
    union all
    select * from postil_private.verify_rules();
end
$$;
comment on function postil.verify() is
  'Recomputes every promise. One row per check: how many rows were looked at, how many are wrong, and one of those.';
