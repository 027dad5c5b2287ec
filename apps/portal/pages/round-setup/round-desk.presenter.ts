import type { ExtensionRow } from '#features/participation/rounds/round-extension.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import { phaseTag } from '../rounds/round-line.presenter.js';
import { warningsOf } from '../rounds/round-rules.presenter.js';
import { roundSteps } from '../rounds/round-steps.js';
import { untilInWords } from '../vote/vote-words.js';

interface DeskModel {
  readonly round: RoundRow;
  readonly pending: readonly ExtensionRow[];
  /** How many members the Expert Council has. */
  readonly council: number;
  readonly person: SignedIn;
}

/** A round on its officer's desk: what it says, what is still missing, what can be done. */
export function presentRoundDesk({ round, pending, council, person }: DeskModel, say: Wording) {
  const hasOpened = round.now >= round.calendar.votingFrom;
  const isOpen = hasOpened && round.now < round.calendar.votingUntil;
  const warnings = warningsOf(round, say);
  return {
    title: say.official(round.title).text,
    caption: say.official(round.territoryName).text,
    back: '/round-setup',
    id: round.id,
    tag: phaseTag(round.phase, say),
    steps: roundSteps(round, [], say),
    rows: rowsOf(round, say),
    warnings,
    tasks: tasksOf({ round, council, warnings: warnings.length }, say),
    canChange: !hasOpened && round.frozenAt === null,
    frozen: frozenNote(round, hasOpened, say),
    canExtend: isOpen,
    pending: pending.map((extension) => ({
      id: extension.id,
      text: say.t('rounds.setup.pending', { until: untilInWords(extension.newUntil, say) }),
      reason: say.official(extension.reason),
      isOwn: extension.proposedBy === person.personId,
    })),
  };
}

function frozenNote(round: RoundRow, hasOpened: boolean, say: Wording): string | undefined {
  if (hasOpened) return say.t('rounds.setup.votingOpened');
  return round.frozenAt === null
    ? undefined
    : say.t('rounds.setup.frozen', { at: say.dateTime(round.frozenAt) });
}

function rowsOf(round: RoundRow, say: Wording) {
  const row = (name: string, value: string) => ({
    key: say.t(`rounds.setup.rows.${name}`),
    value,
  });
  const cap = round.costCapTiyn;
  return [
    ...round.pots.map((pot) => ({
      key: say.official(pot.name).text,
      value: say.money(pot.amountTiyn),
    })),
    row('ballot', say.t(`ballotKinds.${round.ballot.kind}`)),
    row('rule', say.t(`rounds.setup.ruleNames.${round.rule.name}`)),
    row('minimumVotes', say.number(round.minimumVotes)),
    row('costCap', cap === null ? say.t('rounds.setup.rows.noCap') : say.money(cap)),
  ];
}

interface Readiness {
  readonly round: RoundRow;
  readonly council: number;
  readonly warnings: number;
}

function tasksOf({ round, council, warnings }: Readiness, say: Wording) {
  const task = (name: string, isDone: boolean) => ({
    text: say.t(`rounds.setup.tasks.${name}`),
    state: isDone ? 'done' : 'not-started',
  });
  return [
    task('council', council > 0),
    task('warnings', warnings === 0),
    task('frozen', round.frozenAt !== null || round.now >= round.calendar.votingFrom),
  ];
}
