/**
 * The generated types, with what the generator cannot read from the database: which columns of a function's result
 * may be null, and the shape of JSON.
 */
import type { Database as Generated, Json } from './generated/database.ts';

type Functions = Generated['postil']['Functions'];
type Tables = Generated['postil']['Tables'];
type Enums = Generated['postil']['Enums'];

type WithReturns<Name extends keyof Functions, Returns> = Omit<Functions[Name], 'Returns'> & {
  Returns: Returns;
};

type WithColumns<Name extends keyof Tables, Columns> = Omit<Tables[Name], 'Row'> & {
  Row: Omit<Tables[Name]['Row'], keyof Columns> & Columns;
};

type Nullable<Row, Column extends keyof Row> = Omit<Row, Column> & { [C in Column]: Row[C] | null };

type CorrectedFunctions = {
  cancel_deletion: WithReturns<'cancel_deletion', DeletionProgress[]>;
  delete_records: WithReturns<'delete_records', DeleteResult[]>;
  delete_user_in_background: WithReturns<'delete_user_in_background', DeletionProgress[]>;
  deletion_progress: WithReturns<'deletion_progress', DeletionProgress[]>;
  explain_status: WithReturns<'explain_status', StatusExplanation[]>;
  me: WithReturns<'me', Me[]>;
  next_records: WithReturns<'next_records', PostilRecord[]>;
  restore_user: WithReturns<'restore_user', RestoredUser[]>;
  submit_response: WithReturns<'submit_response', PostilResponse>;
  upsert_records: WithReturns<'upsert_records', UpsertResult[]>;
  upsert_responses: WithReturns<'upsert_responses', ResponseResult[]>;
  user_deletion_preview: WithReturns<'user_deletion_preview', DeletionPreview[]>;
  verify: WithReturns<'verify', Nullable<Functions['verify']['Returns'][number], 'example'>[]>;
};

type CorrectedTables = {
  namespaces: WithColumns<'namespaces', { metadata: JsonObject }>;
  records: WithColumns<'records', { fields: JsonObject; metadata: JsonObject }>;
  responses: WithColumns<'responses', { values: { [question: string]: { value: Json } } | null }>;
};

/** The API's tables, views and functions, as `rest` and supabase-js take them: `createClient<Database>(…)`. */
export type Database = Omit<Generated, 'postil'> & {
  postil: Omit<Generated['postil'], 'Functions' | 'Tables'> & {
    Functions: Omit<Functions, keyof CorrectedFunctions> & CorrectedFunctions;
    Tables: Omit<Tables, keyof CorrectedTables> & CorrectedTables;
  };
};

export type JsonObject = { [name: string]: Json };
export type { Json };

export type RecordStatus = Enums['record_status'];
export type ResponseStatus = Enums['response_status'];
export type MemberRole = Enums['member_role'];
export type DatasetStatus = Enums['dataset_status'];
export type FieldType = Enums['field_type'];
export type QuestionType = Enums['question_type'];
export type MetadataType = Enums['metadata_type'];
export type SuggestionType = Enums['suggestion_type'];
/** What discarding a record does for `records.next`: it goes to others, comes back later, or is done with. */
export type SkipPolicy = Enums['skip_policy'];

/** A dataset as it is stored; times are ISO 8601 strings. */
export type Dataset = Tables['datasets']['Row'];
/** A namespace as it is stored; times are ISO 8601 strings, `version` is its ETag without the quotes. */
export type Namespace = CorrectedTables['namespaces']['Row'];
/** A record as it is stored, `status` included; times are ISO 8601 strings. */
export type PostilRecord = CorrectedTables['records']['Row'];
/** A response as it is stored: `values` is `{question: {value}}`. */
export type PostilResponse = CorrectedTables['responses']['Row'];

/** Who is signed in, and their role in each namespace; an owner may do everything, whatever their roles. */
export type Me = {
  id: string;
  name: string;
  owner: boolean;
  members: { [namespace: string]: MemberRole };
};

/** A user as it is stored; times are ISO 8601 strings. */
export type User = Tables['users']['Row'];

/** What the deletion of a user would do. */
export type DeletionPreview = Omit<
  Functions['user_deletion_preview']['Returns'][number],
  'datasets' | 'memberships'
> & {
  datasets: {
    namespace: string;
    dataset: string;
    submitted: number;
    draft: number;
    discarded: number;
    reopens: number;
  }[];
  memberships: { namespace: string; role: MemberRole }[];
};

/** What the deletion of a user did. */
export type DeletedUser = Functions['delete_user']['Returns'][number];

/** What the restoration of a user did. */
export type RestoredUser = Omit<Functions['restore_user']['Returns'][number], 'conflicts'> & {
  /** What was left out, up to 1,000 of it. */
  conflicts: {
    what: 'name' | 'membership' | 'response';
    namespace: string | null;
    record_id: string | null;
    reason: string;
  }[];
};

/** How far a deletion in the background is. */
export type DeletionProgress = {
  state: 'running' | 'cancelled' | 'finished';
  done: number;
  total: number;
  /** Responses a second, lately; null when nothing is known yet. */
  rate: number | null;
  /** null unless it is running, and when nothing is known yet. */
  eta_seconds: number | null;
  started_at: string;
};

/** What erasing a user removed. */
export type ErasedUser = Functions['erase_user']['Returns'][number];

/** What upsert_records did with one row; code, message, details and hint say why it was refused. */
export type UpsertResult = {
  /** The row's position in the call, from 0. */
  index: number;
  /** The record's id; null when refused. */
  id: string | null;
  action: 'inserted' | 'updated' | 'unchanged' | 'refused';
  code: string | null;
  message: string | null;
  details: string | null;
  hint: string | null;
};

/** What upsert_responses did with one row; code, message, details and hint say why it was refused. */
export type ResponseResult = {
  /** The row's position in the call, from 0. */
  index: number;
  /** The record that it is about, and whose response it is; null when the row does not tell. */
  record_id: string | null;
  user_id: string | null;
  action: 'inserted' | 'updated' | 'unchanged' | 'refused';
  /** The record's status afterwards; null when there is no such record. */
  record_status: RecordStatus | null;
  code: string | null;
  message: string | null;
  details: string | null;
  hint: string | null;
};

/** What delete_records did with one id. */
export type DeleteResult = { index: number; id: string; action: 'deleted' | 'missing' };

/** Why a record has its status. Times are ISO 8601 strings. */
export type StatusExplanation = {
  status: RecordStatus;
  submitted_count: number;
  min_submitted: number;
  dataset_min_submitted: number;
  /** In plain words, in English. */
  explanation: string;
  details: {
    threshold: { min_submitted: number; from: 'dataset' | 'record' };
    completed_at: string | null;
    /** Those that you may see. */
    responses: {
      user_id: string;
      user: string;
      status: ResponseStatus;
      /** Submitted, but not counted: its user was deactivated so. */
      excluded: boolean;
      updated_at: string;
    }[];
    /** How many others there are; those that are excluded, apart. */
    other_responses: { [status in ResponseStatus | 'excluded']?: number };
    /** Who has been given the record, as far as you may see. */
    leases: { user_id: string; user: string; expires_at: string }[];
    /** How many others have. */
    other_leases: number;
    last_flips: { type: string; at: string; user_id: string | null; role: string }[];
  };
};

/** How many records a dataset has, and how many responses that you may see. */
export type Progress = {
  total: number;
  completed: number;
  pending: number;
  submitted: number;
  draft: number;
  discarded: number;
  /** Submitted by users who were deactivated so that they do not count; not in `submitted`. */
  excluded: number;
};
