/** `describe` for tests that need the cluster of their vitest project. */
import { describe, inject } from 'vitest';

/** Skips visibly, and counts the tests, when the PostgreSQL of this project is not installed. */
export const describeOnCluster: typeof describe | typeof describe.skip =
  inject('cluster') === null ? describe.skip : describe;
