import type { RoundPhase } from '#rules/participation/round-phase.js';
import type { ExtensionRow } from '#features/participation/rounds/round-extension.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { dayOfField, lastDayOf } from './round-clock.js';

const STEPS = ['intake', 'review', 'voting', 'deciding'] as const;
type Step = (typeof STEPS)[number];

/** How many of the steps are over in each phase; the one after them is the current one. */
const OVER: Readonly<Record<RoundPhase, number>> = {
  preparing: -1,
  announced: -1,
  intake: 0,
  review: 1,
  listed: 1,
  voting: 2,
  counting: 3,
  deciding: 3,
  published: 4,
};

/** The steps of a round with their dates; a moved end stands struck through before the new one. */
export function roundSteps(round: RoundRow, extensions: readonly ExtensionRow[], say: Wording) {
  return STEPS.map((step, place) => ({
    text: say.t(`phases.${step}`),
    state: stateOf(place, OVER[round.phase]),
    dates: datesOf(round, step, say),
    struck: step === 'voting' ? struckOf(extensions, say) : undefined,
    note: place === OVER[round.phase] ? noteOf(round, step, say) : undefined,
  }));
}

function stateOf(place: number, over: number): 'done' | 'current' | 'ahead' {
  if (place < over) return 'done';
  return place === over ? 'current' : 'ahead';
}

function datesOf(round: RoundRow, step: Step, say: Wording): string {
  const day = (field: Parameters<typeof dayOfField>[1]): string =>
    say.day(dayOfField(round, field));
  switch (step) {
    case 'intake':
      return say.t('rounds.window', { from: day('intakeFrom'), until: day('intakeUntil') });
    case 'review':
      return say.t('rounds.until', { until: day('reviewUntil') });
    case 'voting':
      return say.t('rounds.window', { from: day('votingFrom'), until: day('votingUntil') });
    case 'deciding':
      return say.t('rounds.until', { until: day('decisionBy') });
  }
}

function struckOf(extensions: readonly ExtensionRow[], say: Wording): string | undefined {
  const [first] = extensions;
  return first && say.day(lastDayOf(first.formerUntil));
}

function noteOf(round: RoundRow, step: Step, say: Wording): string {
  const fields = {
    intake: 'intakeUntil',
    review: 'reviewUntil',
    voting: 'votingUntil',
    deciding: 'decisionBy',
  } as const;
  return say.daysLeft(dayOfField(round, fields[step]), round.today);
}
