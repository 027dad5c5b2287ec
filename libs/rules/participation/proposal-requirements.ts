import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { assessCost } from './cost-cap.js';

/** A proposal as its author has filled it in so far. */
export interface ProposalDraft {
  readonly title: string;
  readonly category: string | null;
  readonly place: ProposalPlace;
  readonly problem: string;
  readonly idea: string;
  readonly costTiyn: Tiyn | null;
  readonly photos: number;
}

export interface ProposalPlace {
  /** KATO code of the city or district whose pot would pay. */
  readonly territory: string | null;
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What a round asks of a proposal; lengths in characters. */
export interface ProposalRequirements {
  readonly categories: readonly string[];
  readonly potTerritories: readonly string[];
  /** Null where no cap applies. */
  readonly capTiyn: Tiyn | null;
  readonly photos: { readonly min: number; readonly max: number };
  readonly maxLength: Readonly<Record<'title' | 'address' | 'problem' | 'idea', number>>;
}

/** Requirements that are no law's: a round may set others. */
export const ORDINARY_REQUIREMENTS = {
  photos: { min: 0, max: 10 },
  maxLength: { title: 120, address: 300, problem: 4000, idea: 4000 },
} as const satisfies Partial<ProposalRequirements>;

/**
 * All faults of a proposal about to be submitted, each with its field.
 *
 * @law PR pp. 76–77; the form of the application is left to local acts
 * @example assessProposal({ ...complete, title: '' }, requirements)
 * // → [{ code: 'proposal.title_missing', field: 'title' }]
 */
export function assessProposal(
  draft: ProposalDraft,
  requirements: ProposalRequirements,
): readonly Fault[] {
  const { maxLength } = requirements;
  return [
    ...textFaults('title', draft.title, maxLength.title),
    ...categoryFaults(draft.category, requirements.categories),
    ...territoryFaults(draft.place.territory, requirements.potTerritories),
    ...textFaults('address', draft.place.address, maxLength.address),
    ...coordinatesFaults(draft.place),
    ...textFaults('problem', draft.problem, maxLength.problem),
    ...textFaults('idea', draft.idea, maxLength.idea),
    ...assessCost(draft.costTiyn, requirements.capTiyn),
    ...photosFaults(draft.photos, requirements.photos),
  ];
}

function textFaults(field: string, text: string, max: number): readonly Fault[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ code: `proposal.${field}_missing`, field }];
  if (length <= max) return [];
  return [{ code: 'proposal.text_too_long', field, details: { max, over: length - max } }];
}

function categoryFaults(category: string | null, allowed: readonly string[]): readonly Fault[] {
  const field = 'category';
  if (category === null) return [{ code: 'proposal.category_missing', field }];
  return allowed.includes(category) ? [] : [{ code: 'proposal.category_unknown', field }];
}

function territoryFaults(territory: string | null, pots: readonly string[]): readonly Fault[] {
  const field = 'territory';
  if (territory === null) return [{ code: 'proposal.territory_missing', field }];
  return pots.includes(territory) ? [] : [{ code: 'proposal.place_outside_round', field }];
}

function coordinatesFaults({ latitude, longitude }: ProposalPlace): readonly Fault[] {
  if (latitude === null && longitude === null) return [];
  const isOnEarth = isWithin(latitude, 90) && isWithin(longitude, 180);
  return isOnEarth ? [] : [{ code: 'proposal.coordinates_impossible', field: 'coordinates' }];
}

function isWithin(degrees: number | null, limit: number): boolean {
  return degrees !== null && Number.isFinite(degrees) && Math.abs(degrees) <= limit;
}

function photosFaults(
  photos: number,
  { min, max }: ProposalRequirements['photos'],
): readonly Fault[] {
  const field = 'photos';
  if (photos < min) return [{ code: 'proposal.too_few_photos', field, details: { min } }];
  if (photos > max) return [{ code: 'proposal.too_many_photos', field, details: { max } }];
  return [];
}
