import { type CivilDate, daysBetween } from '#rules/kernel/civil-date.js';
import { isCentral } from '#rules/petitions/addressee.js';
import { standingOf } from '#rules/petitions/threshold.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { StoredThreshold } from '#features/petitions/petitions/stored-threshold.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';
import { addresseeOf } from './addressee-words.js';

/** How far a petition is: the count, the next threshold, who must then do what by when. */
export function presentThermometer(row: PetitionRow, today: CivilDate, say: Wording) {
  const { threshold, count } = row;
  if (threshold === null || row.openedAt === null) return undefined;
  const { required } = threshold;
  const { reached, missing } = standingOf(count, required);
  return {
    count: say.number(count),
    signatures: say.t('petitions.thermometer.signatures', { count }),
    percent: Math.min(100, Math.floor((count * 100) / required)),
    need: say.t('petitions.thermometer.need', { required }),
    basis: basisOf(threshold, say),
    missing: reached ? undefined : say.t('petitions.thermometer.missing', { count: missing }),
    reached: row.reachedAt && reachedOf(row.reachedAt, say),
    duty: dutyOf(row, today, say),
    ...(row.state === 'open' ? paceOf(row, { today, missing }, say) : {}),
  };
}

/** «5 % 3 821 тұрғыннан (2021-09-01 күнгі дерек)», or that the number is fixed. */
function basisOf(threshold: StoredThreshold, say: Wording): string {
  const { share, population, populationOn } = threshold;
  if (share === null || population === null || populationOn === null)
    return say.t('petitions.thermometer.fixed');
  const [num = 0, den = 1] = share.split('/').map(Number);
  return say.t('petitions.thermometer.share', {
    percent: say.percent(num, den),
    people: say.number(population),
    day: say.date(populationOn),
  });
}

function reachedOf(at: Date, say: Wording): string {
  return say.t('petitions.thermometer.reached', { day: say.date(civilDateOf(at)) });
}

function dutyOf(row: PetitionRow, today: CivilDate, say: Wording): string | undefined {
  const body = addresseeOf(row, say);
  if (row.state === 'awaiting-answer') {
    const day = row.answerBy!;
    const values = { body, day: say.date(day), left: say.daysLeft(day, today) };
    return say.t('petitions.thermometer.nowBy', values);
  }
  if (row.state !== 'open') return undefined;
  const side = isCentral(row.body) ? 'central' : 'local';
  const days = valueOn(`petition.answer-working-days.${side}`, row.rulesOn!);
  return say.t('petitions.thermometer.then', { body, days });
}

interface Pace {
  readonly today: CivilDate;
  readonly missing: number;
}

/** The average of all days so far, and when it would lead to the threshold. */
function paceOf({ count, openedAt }: PetitionRow, { today, missing }: Pace, say: Wording) {
  const days = Math.max(1, daysBetween(civilDateOf(openedAt!), today) + 1);
  const perDay = Math.floor(count / days);
  if (perDay === 0) return {};
  const pace = say.t('petitions.thermometer.pace', { count: perDay });
  if (missing === 0) return { pace };
  const inDays = Math.ceil((missing * days) / count);
  return { pace, forecast: say.t('petitions.thermometer.forecast', { count: inDays }) };
}
