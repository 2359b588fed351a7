/** A record as it is logged, which is also how an export has it. */
import type { ResponseStatus, SuggestionType } from '../database.ts';

/** One record to add, or to update when its external_id or id is known. What an update leaves out stays as it is. */
export type RecordInput = {
  /** Postil's own id, a UUID; left out, a new record gets a new one. */
  id?: string | null;
  /** Your own id for it; a later row with the same one updates the record. */
  external_id?: string | null;
  /** What is shown, `{field name: value}`; needed for a new record. */
  fields?: { [field: string]: unknown };
  metadata?: { [property: string]: unknown };
  /** How many submitted responses complete it; left out, the dataset's value. */
  min_submitted?: number | null;
  suggestions?: SuggestionInput[];
  responses?: ResponseInput[];
  /** ISO 8601; left out, the time of the call. */
  inserted_at?: string;
  /** ISO 8601; left out, the time of the call. */
  updated_at?: string;
  /** Ignored, so that an exported record can be logged as it is. */
  status?: string;
};

/** What a model or a person proposes as the answer to one question. */
export type SuggestionInput = {
  question: string;
  /** Who suggests, for example a model's name and version; one suggestion per question and agent. */
  agent: string;
  value: unknown;
  /** Confidence, 0 to 1; for a list value, a list of the same length. */
  score?: number | number[] | null;
  /** Left out: model. */
  type?: SuggestionType;
  inserted_at?: string;
  updated_at?: string;
};

/** Somebody's response, restored by an admin; your own responses go through `responses`. */
export type ResponseInput = {
  /** The user's name; or say user_id. */
  user?: string;
  user_id?: string;
  /** Left out: draft. */
  status?: ResponseStatus;
  /** `{question: {value}}`, as they are stored. */
  values?: { [question: string]: { value: unknown } } | null;
  inserted_at?: string;
  updated_at?: string;
};
