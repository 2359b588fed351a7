-- A dataset is a draft until somebody publishes it; only then may people respond.

create type postil.dataset_status as enum ('draft', 'ready');
comment on type postil.dataset_status is
  'draft: being made. ready: published, with at least one field and one required question; for good.';

alter table postil.datasets add column status postil.dataset_status not null default 'draft';
comment on column postil.datasets.status is
  'Responses are for ready datasets only. Becomes ready with publish_dataset; never a draft again.';

-- What could be published without anything missing already was, in effect.
update postil.datasets as d
set status = 'ready'
where exists (select from postil.fields as f where f.namespace = d.namespace and f.dataset = d.key)
  and exists (
    select from postil.questions as q where q.namespace = d.namespace and q.dataset = d.key and q.required
  );
