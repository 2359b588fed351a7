create or replace view postil_private.known_names as
  select u.id, u.name
  from postil.users as u
  union all
  select *
  from (
    select distinct on (h.subject_id) h.subject_id, (h.image ->> 'name') collate "C"
    from postil_private.history as h
    where h.relation = 'users'
      and not exists (select from postil.users as u where u.id = h.subject_id)
    order by h.subject_id, h.seq desc
  ) as former;
comment on view postil_private.known_names is
  'The names of users, of those who were deleted, too, as long as history knows them.';
