import { type Addressee, bodiesAt } from '#rules/petitions/addressee.js';
import { nextStepOf } from '#rules/petitions/next-step.js';
import { isTerritoryLevel } from '#rules/registry/territory-level.js';
import { thresholdOn } from '#rules/petitions/threshold.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { StoredThreshold } from '#features/petitions/petitions/stored-threshold.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { placeName } from '../places/place-name.js';

/** The number, how it came about and where it stands in the law. */
export function thresholdText(threshold: StoredThreshold, say: Wording): string {
  const { required, share, population, populationOn, source } = threshold;
  const people = population === null ? '' : say.number(population);
  const on = populationOn === null ? '' : say.date(populationOn);
  const [num = 0, den = 1] = (share ?? '').split('/').map(Number);
  const why = share
    ? say.t('petitionDesk.threshold.share', { percent: say.percent(num, den), people, on })
    : say.t('petitionDesk.threshold.fixed', { people, on });
  const law = say.t('petitionDesk.threshold.law', { point: source.point });
  const values = { count: required, required: say.number(required), why, law };
  return say.t('petitionDesk.threshold.whole', values);
}

/** Who must do what by when. */
export function nextStepText(petition: ListedPetitionRow, say: Wording): string {
  const { checkBy, lastDay, answerBy } = petition;
  const { kind, by } = nextStepOf(petition.state, { checkBy, lastDay, answerBy });
  const step = say.t(`petitions.next.${kind}`);
  return by === null ? step : say.t('petitionDesk.next.by', { step, day: say.date(by) });
}

/** A body that a deputy may address, with the signatures it takes today. */
export interface AddresseeChoice {
  /** `992030000:akim-office` */
  readonly value: string;
  readonly text: string;
}

/** Every body of these units, with what each takes; units whose people nobody counted are left out. */
export function addresseeChoices(
  units: readonly TerritoryRow[],
  today: CivilDate,
  say: Wording,
): AddresseeChoice[] {
  return units.flatMap((unit) => {
    const { level } = unit;
    if (!isTerritoryLevel(level)) return [];
    return bodiesAt(level).flatMap((body) => {
      const needed = signaturesNeeded(unit, { body, level }, today);
      if (needed === null) return [];
      const names = { body: say.t(`petitions.bodies.${body}`), name: placeName(unit, say) };
      const text = say.t('petitionDesk.choice', { ...names, needed: say.number(needed) });
      return [{ value: `${unit.kato}:${body}`, text }];
    });
  });
}

function signaturesNeeded(
  { population, populationOn, populationSource }: TerritoryRow,
  addressee: Addressee,
  today: CivilDate,
): number | null {
  if (population === null || populationOn === null) return null;
  const counted = { people: population, on: populationOn, source: populationSource ?? '' };
  return thresholdOn(addressee, counted, today)?.required ?? null;
}
