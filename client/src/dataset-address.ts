/** Where a dataset is: its key and that of its namespace. */
export type DatasetAddress = { readonly namespace: string; readonly key: string };
