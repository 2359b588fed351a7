/** The datasets of a namespace. */
import { type Connection, send } from './connection.ts';
import type {
  Dataset,
  DatasetStatus,
  FieldType,
  Json,
  MetadataType,
  QuestionType,
  SkipPolicy,
} from './database.ts';

type Settings = { [name: string]: unknown };

/** A dataset to create. Fields, questions and metadata properties keep the order of their lists. */
export type DatasetDefinition = {
  /** Its name in URLs, which never changes: 1 to 63 of A-Z a-z 0-9 _ . -, the first a letter or digit. */
  key: string;
  name?: string;
  /** What annotators should read first; Markdown. */
  guidelines?: string;
  /** A draft takes no responses and may lack a field or a required question; left out: ready. */
  status?: DatasetStatus;
  /** How many submitted responses complete a record; left out: 1. */
  min_submitted?: number;
  /** Whether a record's metadata may have keys that are not metadata properties; left out: true. */
  allow_extra_metadata?: boolean;
  /** How long a record that `records.next` gives to somebody is kept for them; left out: 900. */
  lease_seconds?: number;
  /** What discarding a record does for `records.next`; left out: it goes to others. */
  skip_policy?: SkipPolicy;
  /** What each record shows. `type` left out: text; `required` left out: true. */
  fields?: { name: string; type?: FieldType; title?: string; required?: boolean; settings?: Settings }[];
  /**
   * What people are asked. `required` left out: true. `settings` by type; rating: `{ options: [1, 2, 3] }`;
   * label_selection: `{ options: [{ value: 'spam', text: 'Spam' }] }`.
   */
  questions?: {
    name: string;
    type: QuestionType;
    title?: string;
    description?: string;
    required?: boolean;
    settings?: Settings;
  }[];
  metadata_properties?: { name: string; type: MetadataType; title?: string; settings?: Settings }[];
};

export type Datasets = {
  /**
   * Creates a dataset with its fields, questions and metadata properties, all or nothing. Resolves to it.
   * @throws PostilError 23505 when the key is taken, 42501 when you are not an admin, PN422 for what is not valid
   */
  create(definition: DatasetDefinition): Promise<Dataset>;
  /** Resolves to the datasets that you may see, by key. */
  list(): Promise<Dataset[]>;
};

export function makeDatasets(connection: Connection, namespace: string): Datasets {
  return {
    create: (definition) =>
      send<Dataset>(connection, (rest) =>
        rest.rpc('create_dataset', { namespace, definition: definition as Json }),
      ),
    list: () =>
      send(connection, (rest) => rest.from('datasets').select('*').eq('namespace', namespace).order('key')),
  };
}
