import { describe, expect, it } from '@jest/globals';
import { assessAdmission, type AdmissionDraft } from './admission.js';

const sound: AdmissionDraft = {
  now: '2027-04-05T12:00:00+05:00',
  votingFrom: '2027-04-06T00:00:00+05:00',
  checkedCostTiyn: 100n,
  capTiyn: 100n,
  checkPassed: true,
  councilAdmitted: true,
};

const codesOf = (draft: Partial<AdmissionDraft>) =>
  assessAdmission({ ...sound, ...draft }).map((fault) => fault.code);

describe('admission', () => {
  it.each([
    ['2027-04-05T23:59:59.999+05:00', []],
    ['2027-04-06T00:00:00+05:00', ['admission.voting_open']],
    ['2027-04-06T00:00:00.001+05:00', ['admission.voting_open']],
  ])('at %s, voting from midnight: %j', (now, codes) => {
    expect(codesOf({ now })).toEqual(codes);
  });

  it.each([
    [99n, []],
    [100n, []],
    [101n, ['proposal.cost_over_cap']],
    [null, ['proposal.cost_missing']],
  ])('at a checked cost of %s under a cap of 100: %j', (checkedCostTiyn, codes) => {
    expect(codesOf({ checkedCostTiyn })).toEqual(codes);
  });

  it('goes neither against a failed check nor against the Council, and names both', () => {
    expect(codesOf({ checkPassed: false, councilAdmitted: false })).toEqual([
      'admission.check_not_passed',
      'admission.council_refused',
    ]);
    expect(codesOf({ checkPassed: null, councilAdmitted: null })).toEqual([]);
  });
});
