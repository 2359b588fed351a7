/** What the command line prints: results on stdout, everything else on stderr. */
import { PostilError, toErrorBody } from '../errors.ts';
import { visible, visibleLines } from './visible.ts';

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Rows as a table with aligned columns, or as JSON. */
export function printRows(rows: Record<string, unknown>[], columns: string[], json: boolean): void {
  if (json || rows.length === 0) {
    if (json) printJson(rows);
    else say('None.');
    return;
  }
  process.stdout.write(tableOf(rows, columns));
}

/** The lines of a table with aligned columns, under their names. */
export function tableOf(rows: Record<string, unknown>[], columns: string[]): string {
  const cells = [columns, ...rows.map((row) => columns.map((column) => shown(row[column])))];
  const widths = columns.map((_, place) => Math.max(...cells.map((line) => line[place]?.length ?? 0)));
  return cells
    .map((line) => line.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** One object as `name  value` lines, or as JSON. */
export function printObject(object: Record<string, unknown>, json: boolean): void {
  if (json) {
    printJson(object);
    return;
  }
  process.stdout.write(linesOf(object));
}

/** `name  value` lines, aligned. */
export function linesOf(object: Record<string, unknown>): string {
  const width = Math.max(...Object.keys(object).map((name) => name.length));
  return Object.entries(object)
    .map(([name, value]) => `${name.padEnd(width)}  ${shown(value)}\n`)
    .join('');
}

/** A line for the person at the terminal, not part of the result. */
export function say(message: string): void {
  process.stderr.write(`${visibleLines(message)}\n`);
}

/** The same for a program: one line of JSON. */
export function sayJson(value: unknown): void {
  process.stderr.write(`${JSON.stringify(value)}\n`);
}

const whatToDo = 'This is a defect of Postil. Please report it with these words.';

export function printError(error: unknown, json: boolean): void {
  const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (json) {
    sayJson(
      error instanceof PostilError
        ? error.toBody()
        : { ...toErrorBody(error), details: defect, hint: whatToDo },
    );
  } else if (error instanceof PostilError) {
    say(`postil: ${visible(error.message)}`);
    for (const more of [error.details, error.hint]) if (more) say(more.replace(/^/gm, '  '));
  } else {
    // A defect: the stack is the most useful thing to report.
    say(`postil: ${defect}\n  ${whatToDo}`);
  }
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return visible(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
