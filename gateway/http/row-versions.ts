/**
 * ETag, If-None-Match and If-Match (RFC 9110, sections 8.8.3 and 13.1) for requests about one row, of every table that
 * has a column `version`: the database gives it another value whenever the row changes.
 *
 * The version is read with the row, as a last column that is taken off again, so tag and row always belong together. It
 * is compared by the statement that writes, as one more filter, so nobody comes between.
 */
import type pg from 'pg';
import { PostilError } from '../errors.ts';

/** The columns of the primary key, of each table with versions. */
export type VersionedTables = ReadonlyMap<string, readonly string[]>;

export async function versionedTables(pool: pg.Pool): Promise<VersionedTables> {
  const { rows } = await pool.query<{ name: string; key: string[] }>(
    `select c.relname as name, array_agg(k.attname::text order by array_position(i.indkey, k.attnum)) as key
     from pg_catalog.pg_class as c
     join pg_catalog.pg_attribute as v
       on v.attrelid = c.oid and v.attname = 'version' and not v.attisdropped
     join pg_catalog.pg_index as i on i.indrelid = c.oid and i.indisprimary
     join pg_catalog.pg_attribute as k on k.attrelid = c.oid and k.attnum = any (i.indkey)
     where c.relnamespace = 'postil'::regnamespace
     group by c.relname`,
  );
  return new Map(rows.map(({ name, key }) => [name, key]));
}

/** A path below /rest/v1, taken apart but not decoded: what is not ours to change goes on as it came. */
export type Target = { table: string; parameters: string[] };

/** @returns undefined for a function, and for the root */
export function targetOf(path: string): Target | undefined {
  const [name = '', query = ''] = split(path, '?');
  if (name.startsWith('/rpc/') || name === '/') return undefined;
  return { table: decoded(name.slice(1)), parameters: query === '' ? [] : query.split('&') };
}

export function pathOf({ table, parameters }: Target): string {
  return `/${encodeURIComponent(table)}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

/** Whether the filters leave one row at most: each column of the key is asked to equal something. */
export function namesOneRow(target: Target, key: readonly string[]): boolean {
  return key.every((column) => parameterOf(target, column)?.startsWith('eq.') === true);
}

/** Only the filters by the key: what else was asked for does not say whether the row is there. */
export function rowOf(target: Target, key: readonly string[]): Target {
  return { ...target, parameters: target.parameters.filter((parameter) => key.includes(nameOf(parameter))) };
}

const tagColumn = 'postil_version';
/** Longer than it can be at the end of a body. */
const tagLength = 80;
/** Only there is it surely that column. */
const tagAtEnd = new RegExp(`,"${tagColumn}":"(\\d+)"\\}(\\]?)\\s*$`);

/** Asks for the version too. @returns undefined when the answer holds more than one row: of another table, embedded */
export function withTag(target: Target): Target | undefined {
  const select = parameterOf(target, 'select') ?? '*';
  if (select.includes('(')) return undefined;
  const others = target.parameters.filter((parameter) => nameOf(parameter) !== 'select');
  return {
    ...target,
    parameters: [...others, `select=${encodeURIComponent(`${select || '*'},${tagColumn}:version`)}`],
  };
}

/** Takes the version off the answer again. @returns undefined when there is no row */
export function takeTag(body: Buffer): { body: Buffer; tag: string } | undefined {
  const end = Math.max(0, body.length - tagLength);
  const found = tagAtEnd.exec(body.toString('latin1', end));
  if (!found) return undefined;
  const row = body.subarray(0, end + found.index);
  return { body: Buffer.concat([row, Buffer.from(`}${found[2]}`)]), tag: `"${found[1]}"` };
}

/** Whether If-None-Match, which compares weakly, has the tag. */
export function hasTag(ifNoneMatch: string, tag: string): boolean {
  return ifNoneMatch.trim() === '*' || tagsOf(ifNoneMatch).some((one) => one.replace(/^W\//, '') === tag);
}

/** Those of If-Match that may be a row's: it compares strongly. '*' is any. */
export function wantedVersions(ifMatch: string): '*' | string[] {
  if (ifMatch.trim() === '*') return '*';
  return tagsOf(ifMatch).flatMap((tag) => /^"(\d{1,20})"$/.exec(tag)?.[1] ?? []);
}

export function withVersions(target: Target, versions: '*' | string[]): Target {
  if (versions === '*') return target;
  return { ...target, parameters: [...target.parameters, `version=in.(${versions.join(',')})`] };
}

export function needsOneRow(key: readonly string[] | undefined): PostilError {
  return new PostilError('PN400', 'If-Match is about one row, which the query does not name', {
    hint: key
      ? `Add the whole key to the query: ${key.map((column) => `${column}=eq.…`).join('&')}`
      : 'It works for PATCH and DELETE of tables whose rows have a version.',
  });
}

/** @param row as it is now, as JSON; null when there is none */
export function changedSince(row: string | null): PostilError {
  return new PostilError('PN412', row === null ? 'there is no such row' : 'the row is another one by now', {
    details: row,
    hint:
      row === null
        ? 'Nothing was changed. It was deleted, or you may not see it.'
        : 'Nothing was changed. Look at what it is now, in the details, and send that ETag as If-Match.',
  });
}

function tagsOf(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}

function parameterOf(target: Target, name: string): string | undefined {
  const found = target.parameters.find((parameter) => nameOf(parameter) === name);
  return found === undefined ? undefined : decoded(split(found, '=')[1] ?? '');
}

function nameOf(parameter: string): string {
  return decoded(split(parameter, '=')[0] ?? '');
}

function split(text: string, at: string): [string, string?] {
  const place = text.indexOf(at);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
