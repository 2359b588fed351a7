/**
 * A row of CSV as RFC 4180 has it, with one distinction that it leaves open: what is absent (null) is an empty cell, an
 * empty text is a quoted one. The libraries for this quote both or neither.
 */
export function csvRow(cells: (string | null)[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(text: string | null): string {
  if (text === null) return '';
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
