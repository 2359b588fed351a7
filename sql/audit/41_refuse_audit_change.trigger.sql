create or replace trigger "10_refuse_audit_change"
  before update or delete or truncate on postil_private.audit
  for each statement
  execute function postil_private.refuse_audit_change();
-- Also where session_replication_role is replica.
alter table postil_private.audit enable always trigger "10_refuse_audit_change";
