-- Definer: no API role can call functions of postil_private.
create or replace function postil_private.refuse_bad_settings()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  problem constant text := case
    when jsonb_typeof(new.settings) <> 'object' then null -- A constraint will refuse it.
    when tg_table_name = 'questions' then postil_private.question_settings_problem(new.type::text::postil.question_type, new.settings)
    else postil_private.metadata_settings_problem(new.type::text::postil.metadata_type, new.settings)
  end;
begin
  if problem is not null then
    raise exception using
      errcode = 'PN422',
      message = format(
        '%s %s of type %s: %s',
        case tg_table_name when 'questions' then 'question' else 'metadata property' end, new.name, new.type, problem
      ),
      hint = 'The settings of each type: docs/rules.md.';
  end if;
  return new;
end
$$;
comment on function postil_private.refuse_bad_settings() is
  'Trigger on questions and metadata properties: raises PN422 unless the settings are valid for the type.';
