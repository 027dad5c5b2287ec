import { describe, expect, it } from '@jest/globals';
import {
  type AppealDecision,
  type AppealDraft,
  assessAppeal,
  assessAppealDecision,
  canDecideAppeal,
} from './appeal.js';

const appeal: AppealDraft = {
  state: 'provisionally-refused',
  appellantId: 'author',
  authorIds: ['author', 'neighbour'],
  remarks: 'Жер ортақ пайдалануда',
  today: '2027-03-11',
  deadline: '2027-03-11',
};
const decision: AppealDecision = {
  deciderId: 'other',
  refuserIds: ['refuser', 'member'],
  authorIds: ['author'],
  reasons: { kk: 'Негіздеме', ru: 'Обоснование' },
};

describe('assessAppeal', () => {
  it.each<[Partial<AppealDraft>, readonly string[]]>([
    [{}, []],
    [{ appellantId: 'neighbour' }, []],
    [{ appellantId: 'passer-by' }, ['appeal.not_the_author']],
    [{ state: 'refused' }, ['appeal.nothing_to_appeal']],
    [{ state: 'appealed' }, ['appeal.nothing_to_appeal']],
    [{ today: '2027-03-10' }, []],
    [{ today: '2027-03-12' }, ['appeal.too_late']],
    [{ remarks: ' ' }, ['appeal.remarks_missing']],
  ])('%j → %j', (changes, codes) => {
    expect(assessAppeal({ ...appeal, ...changes }).map((fault) => fault.code)).toEqual(codes);
  });
});

describe('deciding an appeal', () => {
  it.each<[string, boolean, readonly string[]]>([
    ['other', true, []],
    ['refuser', false, ['appeal.decided_by_refuser']],
    ['member', false, ['appeal.decided_by_refuser']],
    ['author', false, ['appeal.decided_by_author']],
  ])('%s → %s', (deciderId, can, codes) => {
    const taken = { ...decision, deciderId };
    expect(canDecideAppeal(taken)).toBe(can);
    expect(assessAppealDecision(taken).map((fault) => fault.code)).toEqual(codes);
  });

  it('gives its reasons in both official languages', () => {
    expect(assessAppealDecision({ ...decision, reasons: { kk: '', ru: 'Да' } })).toEqual([
      { code: 'appeal.reasons_missing', field: 'reasons', details: { languages: ['kk'] } },
    ]);
  });
});
