/** Text that others wrote, for a terminal: what would move the cursor or turn a line around is shown, not done. */

/** Control characters, separators of lines, and what embeds, overrides or isolates a direction of writing. */
const commands = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/** On one line, with escapes as in JSON. */
export function visible(text: string): string {
  return text.replace(commands, (character) => {
    const { [character]: short } = shortEscapes;
    return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The same for text of several lines, which it keeps. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

const shortEscapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
