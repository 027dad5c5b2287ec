import { describe, expect, it } from '@jest/globals';
import { tenge } from '#rules/kernel/money.js';
import {
  ORDINARY_REQUIREMENTS,
  type ProposalDraft,
  type ProposalPlace,
  assessProposal,
} from './proposal-requirements.js';

const requirements = {
  ...ORDINARY_REQUIREMENTS,
  categories: ['greening', 'sanitation'],
  potTerritories: ['391010000'],
  capTiyn: tenge(64_875_000),
};
const place: ProposalPlace = {
  territory: '391010000',
  address: 'Абай көшесі, 12',
  latitude: 53.2,
  longitude: 63.6,
};
const complete: ProposalDraft = {
  title: 'Балалар алаңы',
  category: 'greening',
  place,
  problem: 'Ойнайтын жер жоқ',
  idea: 'Алаң салу',
  costTiyn: tenge(38_500_000),
  photos: 3,
};

function codesOf(changes: Partial<ProposalDraft>): readonly string[] {
  return assessProposal({ ...complete, ...changes }, requirements).map((fault) => fault.code);
}

describe('assessProposal', () => {
  it('finds nothing wrong with a complete proposal', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ place: { ...place, latitude: null, longitude: null } })).toEqual([]);
  });

  it.each<[Partial<ProposalDraft>, readonly string[]]>([
    [{ title: ' \n' }, ['proposal.title_missing']],
    [{ title: 'ж'.repeat(120) }, []],
    [{ title: 'ж'.repeat(121) }, ['proposal.text_too_long']],
    [{ title: '🌳'.repeat(120) }, []],
    [{ category: null }, ['proposal.category_missing']],
    [{ category: 'roads' }, ['proposal.category_unknown']],
    [{ place: { ...place, territory: null } }, ['proposal.territory_missing']],
    [{ place: { ...place, territory: '391020000' } }, ['proposal.place_outside_round']],
    [{ place: { ...place, address: '' } }, ['proposal.address_missing']],
    [{ place: { ...place, latitude: 90 } }, []],
    [{ place: { ...place, latitude: 90.1 } }, ['proposal.coordinates_impossible']],
    [{ place: { ...place, longitude: null } }, ['proposal.coordinates_impossible']],
    [{ place: { ...place, longitude: Number.NaN } }, ['proposal.coordinates_impossible']],
    [{ problem: '' }, ['proposal.problem_missing']],
    [{ idea: '' }, ['proposal.idea_missing']],
    [{ costTiyn: null }, ['proposal.cost_missing']],
    [{ costTiyn: requirements.capTiyn + 1n }, ['proposal.cost_over_cap']],
    [{ photos: 10 }, []],
    [{ photos: 11 }, ['proposal.too_many_photos']],
  ])('case %# → %j', (changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it.each([
    [2, ['proposal.too_few_photos']],
    [3, []],
  ])('where the round asks for three photos, %d → %j', (photos, codes) => {
    const stricter = { ...requirements, photos: { min: 3, max: 10 } };
    expect(assessProposal({ ...complete, photos }, stricter).map(({ code }) => code)).toEqual(
      codes,
    );
  });

  it('names all faults at once, each with its field', () => {
    const empty = {
      title: '',
      category: null,
      place: { territory: null, address: '', latitude: null, longitude: null },
      problem: '',
      idea: '',
      costTiyn: null,
      photos: 0,
    };
    expect(assessProposal(empty, requirements).map((fault) => fault.field)).toEqual([
      'title',
      'category',
      'territory',
      'address',
      'problem',
      'idea',
      'cost',
    ]);
  });
});
