create or replace function postil_private.response_rows(rows jsonb)
  returns table (
    index bigint,
    user_name text,
    user_id uuid,
    status postil.response_status,
    "values" jsonb,
    keeps_values boolean,
    inserted_at timestamptz,
    updated_at timestamptz
  )
  language sql
  stable
  set search_path = ''
as $$
  select r.index, a."user", coalesce(a.user_id, u.id), a.status, a."values", not a.said ? 'values', a.inserted_at, a.updated_at
  from postil_private.record_rows(rows) as r
  cross join rows from (
    jsonb_array_elements(r.responses),
    jsonb_to_recordset(r.responses) as (
      "user" text, user_id uuid, status postil.response_status, "values" jsonb,
      inserted_at timestamptz, updated_at timestamptz
    )
  ) as a (said, "user", user_id, status, "values", inserted_at, updated_at)
  left join postil.users as u on u.name = a."user"
$$;
comment on function postil_private.response_rows(jsonb) is
  'The responses nested in record rows; whose each is may be said by "user" (a name) or "user_id".';
