import { readFileSync } from 'node:fs';
import type { Election } from '#rules/tally/election.js';
import {
  COMPLETIONS,
  RULES,
  ruleSpec,
  SATISFACTIONS,
  type RuleSpec,
  type Ties,
} from '#rules/tally/rule-spec.js';
import { countOrRefuse, tieSentence, type Countable } from './count-election.js';
import type { Texts } from './language.js';
import { Refused } from './refused.js';

/** Winners by a rule written `name/satisfaction/completion`, or from a file. */
export function winnersOf(
  source: string,
  file: Countable,
  { ties, texts }: { readonly ties: Ties; readonly texts: Texts },
): readonly string[] {
  const rule = ruleIn(source, ties);
  if (!rule) return winnersInFile(source, file.election, texts);
  const result = countOrRefuse(file, rule, texts);
  if (result.kind === 'tie') throw new Refused([`${source}: ${tieSentence(result, texts)}`]);
  return result.winners;
}

/** `equal-shares/cost/add1u`; what is left out is as usual. */
export function ruleIn(source: string, ties: Ties): RuleSpec | null {
  const [first, ...words] = source.split('/');
  const name = RULES.find((known) => known === first);
  if (!name) return null;
  const satisfaction = SATISFACTIONS.find((known) => words.includes(known));
  const completion = COMPLETIONS.find((known) => words.includes(known));
  const understood = [satisfaction, completion].filter((word) => word !== undefined);
  if (understood.length !== words.length) return null;
  return ruleSpec({
    name,
    ties,
    ...(satisfaction && { satisfaction }),
    ...(completion && { completion }),
  });
}

/** The `winners` of a JSON report, or ids one a line. */
function winnersInFile(path: string, election: Election, texts: Texts): readonly string[] {
  const ids = idsIn(textOf(path, texts));
  const unknown = ids.filter((id) => !election.projects.some((project) => project.id === id));
  if (unknown.length === 0) return ids;
  throw new Refused([texts.say('fault.unknown_project', { id: unknown.join(', ') })]);
}

function textOf(path: string, texts: Texts): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Refused([texts.say('fault.no_outcome', { path })], 2);
  }
}

function idsIn(text: string): readonly string[] {
  try {
    const { winners } = JSON.parse(text) as { winners?: unknown };
    if (Array.isArray(winners)) return winners.map(String);
  } catch {
    // Not JSON: a plain list.
  }
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
