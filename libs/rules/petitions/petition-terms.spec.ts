import { describe, expect, it } from '@jest/globals';
import type { PetitionBody } from './addressee.js';
import {
  checkDueOn,
  discussionFrom,
  joiningUntil,
  postingBy,
  termsAfterThreshold,
} from './petition-terms.js';

// Worked by hand on a paper calendar with the days off of days-off.ts.
describe('the clock of a petition', () => {
  it.each([
    // 22–25 and 28–31 December, 5, 6, 8, 11–15 and 18–21 January; off: 1–4 and 7 January.
    ['2026-12-21', '2027-01-21'],
    // 20, 26, 27, 30, 31 March, 1–3, 6–10, 13–17 and 20–21 April; off: 21–25 March, Nauryz.
    ['2026-03-19', '2026-04-21'],
    // Saturday 4 May 2024 was worked for Wednesday the 8th; 7 and 9 May are holidays.
    ['2024-05-03', '2024-06-04'],
  ])('a check begun on %s is due on %s', (submittedOn, due) => {
    expect(checkDueOn(submittedOn)).toBe(due);
  });

  it.each([
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-11-21', '2027-05-21'],
    ['2026-03-31', '2026-09-30'],
    ['2026-10-31', '2027-04-30'],
    ['2026-07-01', '2027-01-01'],
  ])('people join a petition opened on %s until %s, days off or not', (openedOn, last) => {
    expect(joiningUntil(openedOn)).toBe(last);
  });

  it.each<[PetitionBody, string, string, string]>([
    ['akimat', '2026-03-05', '2026-03-11', '2026-04-08'],
    // 31 December, 5, 6, 8, 11–15, 18–22 and 25–29 January, 1 February.
    ['maslikhat', '2026-12-30', '2027-01-06', '2027-02-01'],
    ['akim-office', '2024-05-03', '2024-05-10', '2024-06-04'],
    ['government', '2024-05-03', '2024-05-10', '2024-07-02'],
  ])('%s, reached on %s: notice by %s, answer by %s', (body, reachedOn, noticeBy, answerBy) => {
    const terms = termsAfterThreshold({ body, reachedOn, rulesOn: reachedOn });
    expect(terms).toEqual({ noticeBy, answerBy });
  });

  it('lets three whole working days lie before a public discussion', () => {
    const rulesOn = '2026-03-19';
    expect(discussionFrom({ announcedOn: '2026-03-19', rulesOn })).toBe('2026-03-28');
    expect(discussionFrom({ announcedOn: '2026-11-16', rulesOn })).toBe('2026-11-20');
  });

  it('has a decision posted by the next working day', () => {
    const rulesOn = '2026-03-19';
    expect(postingBy({ decidedOn: '2026-03-20', rulesOn })).toBe('2026-03-26');
    expect(postingBy({ decidedOn: '2026-11-23', rulesOn })).toBe('2026-11-24');
  });

  it('does not guess days of a year whose calendar is not known', () => {
    expect(() => checkDueOn('2027-12-20')).toThrow(
      expect.objectContaining({ code: 'calendar.year_unknown' }),
    );
  });
});
