import { describe, expect, it } from '@jest/globals';
import { assessInquiry, inquiryDueOn, inquiryStateOn, type WrittenInquiry } from './inquiry.js';
import { assessInquiryAnswer, assessInquiryComment } from './inquiry-answer.js';

const DISTRICT = ['99', '992'];
const OKRUG = ['99', '992', '99203'];

const lawful: WrittenInquiry = {
  addresseeKind: 'akim',
  addressee: { kk: 'Округ әкімі', ru: 'Аким округа' },
  addresseePath: OKRUG,
  maslikhatPath: DISTRICT,
  title: 'Ауыл суы',
  body: 'Су құбыры қашан жөнделеді?',
  competence: 'Жергілікті бюджеттің атқарылуы',
  concernsProsecution: false,
};

const codesOf = (changes: Partial<WrittenInquiry>) =>
  assessInquiry({ ...lawful, ...changes }).map(({ code }) => code);

describe('assessInquiry', () => {
  it.each([
    ['akim', []],
    ['election-commission', []],
    ['prosecutor', []],
    ['territorial-body', []],
    ['local-executive-body', []],
    ['minister', ['inquiry.addressee_unlisted']],
    ['judge', ['inquiry.addressee_unlisted']],
  ])('to %s says %j', (addresseeKind, codes) => {
    expect(codesOf({ addresseeKind })).toEqual(codes);
  });

  it.each([
    ['below the maslikhat', OKRUG, []],
    ['of its own unit', DISTRICT, []],
    ['above it', ['99'], []],
    ['of a neighbour', ['99', '991'], ['inquiry.addressee_elsewhere']],
    ['of nowhere', [], ['inquiry.addressee_elsewhere']],
  ])('to a body %s', (_, addresseePath, codes) => {
    expect(codesOf({ addresseePath })).toEqual(codes);
  });

  it.each([
    [200, []],
    [201, ['form.too_long']],
  ])('with a title of %i characters says %j', (length, codes) => {
    expect(codesOf({ title: 'с'.repeat(length) })).toEqual(codes);
  });

  it('names all faults at once', () => {
    const empty = { title: ' ', body: '', competence: '', concernsProsecution: true };
    expect(codesOf({ ...empty, addressee: { kk: 'Әкім', ru: '' } })).toEqual([
      'inquiry.addressee_unnamed',
      'inquiry.title_missing',
      'inquiry.body_missing',
      'inquiry.competence_missing',
      'inquiry.about_prosecution',
    ]);
  });
});

describe('inquiryDueOn', () => {
  // Worked out by hand with the calendars of days-off.ts.
  it.each([
    ['2026-02-10', '2026-03-10', 'the same day of the next month, a Tuesday'],
    ['2026-01-31', '2026-03-02', '28 February is a Saturday'],
    ['2026-02-21', '2026-03-26', '21 March begins Nauryz, with its moved days'],
    ['2026-08-31', '2026-09-30', 'September has 30 days'],
    ['2025-12-01', '2026-01-05', '1 January and the days after it are days off'],
    ['2026-09-25', '2026-10-27', '25 October is Republic Day on a Sunday, moved to Monday'],
  ])('filed on %s is %s: %s', (filedOn, dueOn) => {
    expect(inquiryDueOn(filedOn, 1)).toBe(dueOn);
  });
});

describe('inquiryStateOn', () => {
  it.each([
    [null, '2026-03-09', 'open'],
    [null, '2026-03-10', 'open'],
    [null, '2026-03-11', 'overdue'],
    ['2026-03-10', '2026-05-01', 'answered'],
    ['2026-03-11', '2026-05-01', 'answered-late'],
  ])('answered on %s, seen on %s: %s', (answeredOn, today, state) => {
    expect(inquiryStateOn({ dueOn: '2026-03-10', answeredOn }, today)).toBe(state);
  });
});

describe('assessInquiryAnswer', () => {
  const answer = {
    signatory: 'first-head',
    signedBy: 'Есенов А. Т.',
    signedPost: 'Округ әкімі',
    body: 'Жөнделеді',
    links: ['https://gov.example/1.pdf'],
  };

  it('takes one that the law knows', () => {
    expect(assessInquiryAnswer(answer)).toEqual([]);
  });

  it.each([
    [10, []],
    [11, ['inquiry.too_many_links']],
  ])('with %i links says %j', (count, codes) => {
    const links = Array.from({ length: count }, (_, place) => `https://gov.example/${place}`);
    expect(assessInquiryAnswer({ ...answer, links }).map(({ code }) => code)).toEqual(codes);
  });

  it('names all faults at once', () => {
    const wrong = {
      signatory: 'clerk',
      signedBy: '',
      signedPost: ' ',
      body: '',
      links: ['javascript:1'],
    };
    expect(assessInquiryAnswer(wrong).map(({ code }) => code)).toEqual([
      'inquiry.signatory_unlisted',
      'inquiry.signer_missing',
      'inquiry.signer_post_missing',
      'inquiry.answer_missing',
      'form.not_a_link',
    ]);
    expect(assessInquiryComment({ verdict: 'perhaps', body: ' ' }).map(({ code }) => code)).toEqual(
      ['form.choose_one', 'inquiry.comment_missing'],
    );
  });
});
