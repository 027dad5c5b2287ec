import { describe, expect, it } from '@jest/globals';
import { assessResultDecision, getLawfulStrikes, type Strike } from './result-decision.js';

const text = { kk: 'Нәтиже бекітілсін', ru: 'Утвердить результат' };
const strike: Strike = { number: 4, ground: 'duplicate', text };
const decision = { protocolNumber: '7', text, strikes: [strike] };

describe('the Council’s decision on a result', () => {
  it('stands with a protocol, both languages and grounds of the closed list', () => {
    expect(getLawfulStrikes(decision, [9, 4])).toEqual([strike]);
  });

  it('names all its faults at once', () => {
    const faults = assessResultDecision(
      {
        protocolNumber: ' ',
        text: { ...text, ru: '' },
        strikes: [{ number: 5, ground: 'ugly', text: { kk: '', ru: '' } }, strike, strike],
      },
      [4],
    );
    expect(faults.map(({ code }) => code)).toEqual([
      'result.protocol_missing',
      'result.text_missing',
      'result.strike_no_winner',
      'result.strike_no_ground',
      'result.text_missing',
      'result.strike_twice',
    ]);
    expect(() => getLawfulStrikes({ ...decision, protocolNumber: '' }, [4])).toThrow(
      'result.decision_invalid',
    );
  });
});
