import type { Told, ToldRecord } from '../../api/trail/told-steps.js';
import type { Wording } from '#platform/views/wording.js';

type AnyTold = Told<string, ToldRecord<string>>;

/** The mark of a step on the line. */
export function lookOf({ state, next }: AnyTold): string {
  if (state === 'done') return 'done';
  if (state === 'awaited') return next ? 'current' : 'ahead';
  return 'missing';
}

/** The day of a step, or by when it is due. */
export function dayOf(step: AnyTold, say: Wording): string | undefined {
  if (step.state === 'done') return say.date(step.on);
  return step.by === null ? undefined : say.t('trail.by', { day: say.date(step.by) });
}

/** What is not there, how late it is, what comes next. */
export function noteOf(step: AnyTold, say: Wording): readonly string[] {
  const { state, daysLate: count, by, next } = step;
  if (state === 'missing')
    return [say.t(count > 0 ? 'trail.missingLate' : 'trail.missing', { count })];
  const late = count > 0 ? [say.t('trail.late', { count })] : [];
  const planned =
    state === 'done' && count > 0 && by ? [say.t('trail.by', { day: say.date(by) })] : [];
  return [...planned, ...late, ...(next ? [say.t('trail.next')] : [])];
}
