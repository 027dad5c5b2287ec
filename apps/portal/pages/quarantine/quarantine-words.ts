import type { QuarantinePreview } from '#features/participation/results/quarantine/quarantine-preview.js';
import type {
  MotionRow,
  QuarantineRow,
} from '#features/participation/results/quarantine/quarantine-row.js';
import type { BatchOfFinding } from '#rules/integrity/quarantine.js';
import type { Wording } from '#platform/views/wording.js';

/** Name of the place that a code stands for. */
export type NameOf = (territory: string) => string;

/** `batchInWords({ signal: 'age-cluster', where: '1980' }, …) // → 'Born in 1980'` */
export function batchInWords({ signal, where }: BatchOfFinding, nameOf: NameOf, say: Wording) {
  const told = signal === 'ballots-above-adults' ? nameOf(where ?? '') : (where ?? '');
  return say.t(`quarantine.batches.${signal}`, { where: told });
}

/** Everything that was moved for a batch and decided on it, for everybody. */
export function batchPart(row: QuarantineRow, nameOf: NameOf, say: Wording) {
  return {
    id: row.id,
    isStanding: row.isStanding,
    name: batchInWords(row, nameOf, say),
    ballots: say.t('quarantine.ballots', { count: row.ballots }),
    tag: tagOf(row, say),
    motions: row.motions.map((motion) => motionLines(motion, say)),
  };
}

type Totals = QuarantinePreview['batch'];

/** What ballots chose, project by project; the small ones together. */
export function totalsTable({ shown, rest }: Totals, caption: string, say: Wording) {
  const rows = shown
    .toSorted((a, b) => b.count - a.count)
    .map(({ number, count }) => [say.t('common.number', { number }), count] as const);
  const all = rest > 0 ? [...rows, [say.t('quarantine.rest'), rest] as const] : rows;
  return {
    caption,
    columns: [
      { text: say.t('quarantine.project') },
      { text: say.t('quarantine.votes'), numeric: true },
    ],
    rows: all.map(([text, count]) => ({ cells: [{ text }, { text: say.number(count) }] })),
  };
}

function tagOf({ isStanding, motions }: QuarantineRow, say: Wording) {
  const last = motions.at(-1)!;
  if (!last.decision) return { text: say.t('quarantine.states.waiting'), colour: 'yellow' };
  if (isStanding) return { text: say.t('quarantine.states.standing'), colour: 'red' };
  const isReleased = last.aim === 'release' && last.decision.confirmed;
  return {
    text: say.t(`quarantine.states.${isReleased ? 'released' : 'refused'}`),
    colour: 'grey',
  };
}

function motionLines({ aim, reason, movedAt, decision }: MotionRow, say: Wording) {
  const moved = say.t(`quarantine.moved.${aim}`, {
    at: say.dateTime(movedAt),
    reason: say.official(reason).text,
  });
  if (!decision) return [moved];
  const verdict = decision.confirmed ? 'confirmed' : 'refused';
  const decided = say.t(`quarantine.decided.${verdict}`, {
    at: say.dateTime(decision.decidedAt),
    text: say.official(decision.text).text,
  });
  return [moved, decided];
}
