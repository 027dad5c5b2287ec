import { describe, expect, it } from '@jest/globals';
import { excludedSubjectsOn, isExcludedSubjectOn } from './excluded-subjects.js';
import { type PetitionRefusalDraft, assessPetitionRefusal } from './petition-refusal.js';
import { type EarlierPetition, findBar } from './repeated-subject.js';

const draft: PetitionRefusalDraft = {
  ground: 'requirements-not-met',
  subject: null,
  earlier: null,
  reasons: { kk: 'Дәлелдері жазылмаған.', ru: 'Нет доводов.' },
};

function codesOf(change: Partial<PetitionRefusalDraft>, on = '2026-11-21') {
  return assessPetitionRefusal({ ...draft, ...change }, on).map(({ code }) => code);
}

describe('subjects that no petition may have', () => {
  it.each([
    ['2024-04-04', 17],
    ['2026-03-01', 17],
    ['2026-03-02', 16],
    ['2026-11-21', 16],
  ])('on %s there are %i groups', (on, groups) => {
    expect(new Set(excludedSubjectsOn(on)).size).toBe(groups);
  });

  it('follow the law of their day', () => {
    expect(isExcludedSubjectOn('amnesty-and-pardon', '2026-03-01')).toBe(true);
    expect(isExcludedSubjectOn('amnesty-and-pardon', '2026-03-02')).toBe(false);
    expect(isExcludedSubjectOn('elections-parties-kurultai', '2026-03-01')).toBe(false);
  });
});

describe('findBar', () => {
  const decided = (decidedOn: string): EarlierPetition => ({ state: 'answered', decidedOn });

  it.each<[EarlierPetition, string, string | null]>([
    [{ state: 'open', decidedOn: null }, '2026-11-21', 'still-open'],
    [{ state: 'awaiting-answer', decidedOn: null }, '2024-06-01', 'still-open'],
    [{ state: 'refused', decidedOn: null }, '2026-11-21', null],
    [{ state: 'forwarded', decidedOn: null }, '2026-11-21', null],
    [decided('2025-11-21'), '2026-11-20', 'decided-lately'],
    [decided('2025-11-21'), '2026-11-21', null],
    [decided('2025-11-21'), '2026-11-22', null],
    [decided('2025-11-21'), '2026-03-01', null],
  ])('%j on %s → %s', (earlier, on, bar) => {
    expect(findBar(earlier, on)).toBe(bar);
  });
});

describe('assessPetitionRefusal', () => {
  it.each<[Partial<PetitionRefusalDraft>, readonly string[]]>([
    [{}, []],
    [{ ground: 'ugly' }, ['petition-refusal.unknown_ground']],
    [{ ground: 'excluded-subject' }, ['petition-refusal.subject_unknown']],
    [{ ground: 'excluded-subject', subject: 'state-symbols' }, []],
    [{ ground: 'same-subject' }, ['petition-refusal.earlier_missing']],
    [
      { ground: 'same-subject', earlier: { state: 'refused', decidedOn: null } },
      ['petition-refusal.no_bar'],
    ],
    [{ ground: 'same-subject', earlier: { state: 'open', decidedOn: null } }, []],
    [
      { ground: 'excluded-subject', reasons: { kk: '', ru: 'Да' } },
      ['petition-refusal.subject_unknown', 'petition-refusal.reasons_missing'],
    ],
  ])('%j → %j', (change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });
});
