/** The typed client of Postil. */
export type { Rest } from './connection.ts';
export type {
  Database,
  Dataset,
  DatasetStatus,
  DeletedUser,
  DeleteResult,
  DeletionPreview,
  DeletionProgress,
  ErasedUser,
  FieldType,
  Json,
  JsonObject,
  Me,
  MemberRole,
  MetadataType,
  Namespace,
  PostilRecord,
  PostilResponse,
  Progress,
  QuestionType,
  RecordStatus,
  ResponseResult,
  ResponseStatus,
  RestoredUser,
  SkipPolicy,
  StatusExplanation,
  SuggestionType,
  User,
} from './database.ts';
export type { DatasetHandle, Records } from './dataset.ts';
export type { DatasetDefinition, Datasets } from './datasets.ts';
export {
  type ClientErrorCode,
  type ErrorBody,
  isNetworkFailure,
  isPostilError,
  PostilError,
} from './errors.ts';
export type { NamespaceChanges, NamespaceMetadata, UpdateOptions } from './namespace.ts';
export { createPostil, type NamespaceHandle, type Postil, type PostilOptions } from './postil.ts';
export type { IterateOptions, RecordQuery, SelectedRecord } from './records/iterate.ts';
export type { LogOptions, LogResult, LogTotals, RefusedRow } from './records/log.ts';
export type { RecordInput, ResponseInput, SuggestionInput } from './records/record-input.ts';
export type { AnswerInput, Answers, Responses, ResponsesOptions, ResponseUpsert } from './responses.ts';
export type { BackgroundOptions, DeactivateOptions, RestoreOptions, Users } from './users.ts';
