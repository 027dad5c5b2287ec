import { freshMsAt, isOffAt, type LoadStage, SAVINGS } from '#platform/load/load-stage.js';
import type { Wording } from '#platform/views/wording.js';

/** Acts that no stage ever leaves out. */
const ALWAYS = ['voting', 'signing', 'receipts'] as const;
const SECOND_MS = 1_000;

interface Running {
  readonly stage: LoadStage;
  readonly isSet: boolean;
}

/** Each part of the portal with how it works now, in words. */
export function presentRunning({ stage, isSet }: Running, say: Wording) {
  const always = ALWAYS.map((part) => row(part, 'works', say));
  const shown = (['list', 'count'] as const).map((part) => {
    const seconds = freshMsAt(stage, part) / SECOND_MS;
    return { ...row(part, 'works', say), note: say.t('running.asOf', { count: seconds }) };
  });
  const savings = SAVINGS.map((part) => row(part, isOffAt(stage, part) ? 'off' : 'works', say));
  return {
    title: say.t('running.title'),
    lead: say.t(`running.lead.${stage === 'full' ? 'full' : 'less'}`),
    why: stage === 'full' ? undefined : say.t(isSet ? 'running.set' : 'running.measured'),
    rows: [...always, ...shown, ...savings],
  };
}

function row(part: string, how: 'works' | 'off', say: Wording) {
  return {
    part: say.t(`running.parts.${part}`),
    how: say.t(`running.how.${how}`),
    colour: how === 'works' ? 'green' : 'yellow',
  };
}
