import { describe, expect, it } from '@jest/globals';
import { type CorrectionRequest, assessCorrectionRequest } from './correction-request.js';

const request: CorrectionRequest = {
  remarks: [{ field: 'cost', remark: 'Смета жоқ' }],
  deadline: '2027-02-26',
  earliestDeadline: '2027-02-25',
  reviewUntil: '2027-04-05',
};

describe('assessCorrectionRequest', () => {
  it.each<[Partial<CorrectionRequest>, readonly string[]]>([
    [{}, []],
    [{ remarks: [] }, ['correction.no_fields']],
    [{ remarks: [{ field: 'author', remark: 'x' }] }, ['correction.unknown_field']],
    [{ remarks: [{ field: 'cost', remark: ' ' }] }, ['correction.remark_missing']],
    [{ remarks: [...request.remarks, ...request.remarks] }, ['correction.field_twice']],
    [{ deadline: '2027-02-24' }, ['correction.deadline_too_short']],
    [{ deadline: '2027-02-25' }, []],
    [{ deadline: '2027-04-05' }, []],
    [{ deadline: '2027-04-06' }, ['correction.deadline_after_review']],
  ])('%j → %j', (changes, codes) => {
    const faults = assessCorrectionRequest({ ...request, ...changes });
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });
});
