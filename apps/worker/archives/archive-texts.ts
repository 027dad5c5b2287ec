import type { ArchivedText } from '#features/proof/archives/archive-matter.js';
import type { Wording } from '#platform/views/wording.js';
import type { ArchivedRoundInWords } from './archived-round-in-words.js';
import { protocolLines } from './protocol-lines.js';
import { ruleLines } from './rule-lines.js';

/** The rule and the protocol in one language, as plain text that is readable in a hundred years. */
export function archiveTexts(
  say: Wording,
  archived: ArchivedRoundInWords,
): readonly ArchivedText[] {
  return [
    { path: `rule.${say.lang}.txt`, text: textOf(ruleLines(say, archived)) },
    { path: `protocol.${say.lang}.txt`, text: textOf(protocolLines(say, archived)) },
  ];
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
