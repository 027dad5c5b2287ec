import { communityRows, modelRegulationRows, separateGatheringRows } from './assembly-acts.js';
import type { LegalRow, LegalUnit } from './legal-value.js';

/** Keys of who belongs to the local community and how many delegates sit in its assembly. */
export interface AssemblySizeValues {
  /** Full years from which a resident is a member of the local community. */
  readonly 'community.member-age': number;
  /** Most people of a small, a middle and a large unit; above the last one it is the largest. */
  readonly 'assembly.population-up-to.small': number;
  readonly 'assembly.population-up-to.middle': number;
  readonly 'assembly.population-up-to.large': number;
  readonly 'assembly.size-at-least.small': number;
  readonly 'assembly.size-at-least.middle': number;
  readonly 'assembly.size-at-least.large': number;
  readonly 'assembly.size-at-least.largest': number;
  readonly 'assembly.size-at-most.small': number;
  readonly 'assembly.size-at-most.middle': number;
  readonly 'assembly.size-at-most.large': number;
  readonly 'assembly.size-at-most.largest': number;
  readonly 'assembly.delegates-per-settlement': number;
  readonly 'assembly.term-months': number;
  readonly 'separate-gathering.representatives-at-most': number;
}

type SizeKey = keyof AssemblySizeValues;

/**
 * The law caps an assembly at 25 and gives it four years; the bounds by population come from the
 * amendment of the model regulation of 30 September 2021, seen in a summary only.
 *
 * @law LSG arts. 39-1…39-3; Order MNE No 88 of 30.09.2021 (`law.md` §3)
 */
export const ASSEMBLY_SIZE_ROWS: readonly LegalRow<SizeKey, number>[] = [
  ...communityRows<SizeKey, number>({
    key: 'community.member-age',
    value: 18,
    unit: 'years-of-age',
    point: '39-1…39-3',
    note: 'adult-by-civil-code',
  }),
  ...regulation('assembly.population-up-to.small', 10_000),
  ...regulation('assembly.population-up-to.middle', 15_000),
  ...regulation('assembly.population-up-to.large', 20_000),
  ...regulation('assembly.size-at-least.small', 5),
  ...regulation('assembly.size-at-least.middle', 11),
  ...regulation('assembly.size-at-least.large', 16),
  ...regulation('assembly.size-at-least.largest', 21),
  ...regulation('assembly.size-at-most.small', 10),
  ...regulation('assembly.size-at-most.middle', 15),
  ...regulation('assembly.size-at-most.large', 20),
  ...law('assembly.size-at-most.largest', 25, 'people'),
  ...regulation('assembly.delegates-per-settlement', 1),
  ...law('assembly.term-months', 48, 'months'),
  ...separateGatheringRows<SizeKey, number>({
    key: 'separate-gathering.representatives-at-most',
    value: 3,
    unit: 'people',
    point: '',
  }),
];

function regulation(key: SizeKey, value: number): readonly LegalRow<SizeKey, number>[] {
  return modelRegulationRows<SizeKey, number>({ key, value, unit: 'people', point: '' });
}

function law(key: SizeKey, value: number, unit: LegalUnit): readonly LegalRow<SizeKey, number>[] {
  return communityRows<SizeKey, number>({ key, value, unit, point: '39-3' });
}
