import type { CivilDate } from '../kernel/civil-date.js';
import type { OfficialText } from '../kernel/official-text.js';
import { SECRECY_MODES, type SecrecyMode } from '../participation/secrecy-mode.js';
import type { RoundStep } from '../tally/round-count.js';
import { isTies, type RuleSpec } from '../tally/rule-spec.js';
import { isListOf, isRecord, isText, isWholeNumber } from './json-shape.js';

/** What a round promised before anybody voted, as `round.json` tells it. Days, never instants. */
export interface ArchivedRound {
  readonly id: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly year: number;
  readonly title: OfficialText;
  readonly votingFrom: CivilDate;
  /** The last day on which voting was possible. */
  readonly votingUntil: CivilDate;
  readonly ballot: object;
  /** What becomes public of the ballots. */
  readonly secrecy: SecrecyMode;
  /** The rule that counts, the seed of a public draw included. */
  readonly rule: RuleSpec;
  /** What the round does with its projects, in this sequence. */
  readonly application: readonly RoundStep[];
  readonly minimumVotes: number;
  readonly minimumAge: number;
  /** Version of the ballot paper that was voted on. */
  readonly paperVersion: number;
  /** Pots in the sequence of the count. */
  readonly pots: readonly ArchivedPotPlan[];
  /** People who were entitled to vote; the same by place stands in the roll. */
  readonly people: number;
}

export interface ArchivedPotPlan {
  readonly territory: string;
  readonly name: OfficialText;
  /** In tenge. */
  readonly budget: string;
}

/** What a recount must know of a round. */
export type RoundToCheck = Pick<
  ArchivedRound,
  'id' | 'secrecy' | 'rule' | 'application' | 'minimumVotes' | 'people'
> & { readonly pots: readonly Pick<ArchivedPotPlan, 'territory'>[] };

const STEPS: readonly string[] = ['withdrawn', 'minimum-votes', 'count'];

/** Reads what a recount needs; null where it does not stand there. */
export function parseArchivedRound(value: unknown): RoundToCheck | null {
  return isRoundToCheck(value) ? value : null;
}

function isRoundToCheck(value: unknown): value is RoundToCheck {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isOneOf(SECRECY_MODES, value['secrecy']) &&
    isRule(value['rule']) &&
    isListOf(value['application'], isStep) &&
    value['application'].includes('count') &&
    isWholeNumber(value['minimumVotes']) &&
    isWholeNumber(value['people']) &&
    isListOf(value['pots'], isPot)
  );
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return isText(value) && words.includes(value);
}

function isRule(value: unknown): value is RuleSpec {
  return (
    isRecord(value) &&
    ['name', 'satisfaction', 'completion', 'ties', 'overspending'].every((key) =>
      isText(value[key]),
    ) &&
    isTies(String(value['ties']))
  );
}

function isStep(value: unknown): value is RoundStep {
  return isText(value) && STEPS.includes(value);
}

function isPot(value: unknown): value is Pick<ArchivedPotPlan, 'territory'> {
  return isRecord(value) && isText(value['territory']);
}
