-- The set-wise core of upsert_records: all rows or none. Its caller has checked who asks, and looked
-- for bad_record_rows(). first is the index of the
-- first row, for messages.
-- Locks in the order that everybody uses: users, dataset, records by id, responses.
create or replace function postil_private.write_records(
  namespace text,
  dataset text,
  rows jsonb,
  first integer default 0,
  patient boolean default true
)
  returns table (index bigint, id uuid, action text)
  language plpgsql
  volatile
  set search_path = ''
as $$
#variable_conflict use_column
declare
  -- Most imports have neither, and looking for them in every row takes time.
  with_suggestions constant boolean := jsonb_path_exists(rows, '$[*].suggestions[*]');
  with_responses constant boolean := jsonb_path_exists(rows, '$[*].responses[*]');
  dataset_min_submitted integer;
  ids uuid[];
  existing uuid[];
  stranger uuid;
  made uuid[];
  inserted uuid[] := '{}';
  touched uuid[] := '{}';
  completed uuid[];
begin
  if with_responses then
    perform postil_private.lock_users_of_responses(rows, first, patient);
  end if;
  dataset_min_submitted := postil_private.lock_dataset(write_records.namespace, dataset);

  -- Somebody may insert the same external id, or delete a record, between the look and the lock: then look again.
  loop
    ids := postil_private.record_ids(write_records.namespace, dataset, rows, ids);
    perform postil_private.refuse_repeated_records(ids, first);
    select
      coalesce(array_agg(l.id), '{}'),
      (min(l.id::text) filter (where l.dataset <> write_records.dataset))::uuid
    into existing, stranger
    from postil_private.lock_records(write_records.namespace, ids) as l;
    if stranger is not null then
      raise exception using
        errcode = 'PN409',
        message = format(
          'row %s: record %s belongs to another dataset', first + array_position(ids, stranger) - 1, stranger
        ),
        hint = 'Leave the id out to make a new record: postil import --new-ids';
    end if;
    exit when cardinality(existing) = cardinality(ids);
    made := postil_private.insert_records(
      write_records.namespace, dataset, dataset_min_submitted, rows, ids, existing
    );
    inserted := inserted || made;
    exit when cardinality(existing) + cardinality(made) = cardinality(ids);
  end loop;

  if with_suggestions or with_responses then
    -- A text and the spans in it may change together: whether they fit is asked when both are stored.
    set constraints postil."20_refuse_lost_spans" deferred;
  end if;
  if cardinality(inserted) < cardinality(ids) then
    touched := postil_private.update_records(write_records.namespace, rows, ids);
  end if;
  if with_suggestions then
    touched := touched || postil_private.write_suggestions(write_records.namespace, rows, ids);
  end if;
  if with_responses then
    if cardinality(inserted) = cardinality(ids) then
      touched := touched || postil_private.write_responses(write_records.namespace, rows, ids, null, null);
    else
      completed := postil_private.completed_records(write_records.namespace, ids);
      touched := touched || postil_private.write_responses(write_records.namespace, rows, ids, completed, false);
      touched := touched || postil_private.write_responses(write_records.namespace, rows, ids, completed, true);
    end if;
  end if;
  if with_suggestions or with_responses then
    set constraints postil."20_refuse_lost_spans" immediate;
  end if;

  return query
    select wanted.index, wanted.id,
      case
        when new.id is not null then 'inserted'
        when wanted.id in (select unnest(touched)) then 'updated'
        else 'unchanged'
      end
    from unnest(ids) with ordinality as wanted (id, index)
    left join unnest(inserted) as new (id) on new.id = wanted.id
    order by wanted.index;
end
$$;
comment on function postil_private.write_records(text, text, jsonb, integer, boolean) is
  'Inserts or updates records with their suggestions and responses; one result per row, in their order, index from 1.';
