import { describe, expect, it } from '@jest/globals';
import { assessNews } from './petition-news.js';
import { assessSessionRequest } from './session-request.js';

const both = { kk: 'Су құбыры', ru: 'Водопровод' };

describe('assessSessionRequest', () => {
  it.each([
    [true, both, []],
    [false, both, ['session.not_reached']],
    [true, { kk: 'Су', ru: ' ' }, ['session.proposal_missing']],
    [false, { kk: '', ru: '' }, ['session.not_reached', 'session.proposal_missing']],
  ])('reached: %s, %j → %j', (reached, proposal, codes) => {
    expect(assessSessionRequest({ reached, proposal }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('assessNews', () => {
  it.each([
    [200, []],
    [201, ['form.too_long']],
  ])('with a title of %i characters says %j', (length, codes) => {
    const title = { kk: 'а'.repeat(length), ru: 'Суд' };
    expect(assessNews({ title, body: both }).map(({ code }) => code)).toEqual(codes);
  });

  it('asks for both languages', () => {
    const half = { kk: 'Су', ru: '' };
    expect(assessNews({ title: half, body: half }).map(({ code }) => code)).toEqual([
      'news.title_missing',
      'news.body_missing',
    ]);
  });
});
