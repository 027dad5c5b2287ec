import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DecisionRule, decideItem, decisionRuleOn, votesRequired } from './agenda-decision.js';
import type { VoteSide } from './agenda-votes.js';

const DAY = '2026-11-21';
const ASSEMBLY = decisionRuleOn('assembly', DAY, []);
const GATHERING = decisionRuleOn('gathering', DAY, []);

const votes = (
  [inFavour, against, abstained]: readonly [number, number, number],
  chairSide: VoteSide | null = null,
) => ({ for: inFavour, against, abstained, chairSide });

const judge = (
  counted: ReturnType<typeof votes>,
  present: number,
  rule: DecisionRule = ASSEMBLY,
): string => {
  const { kind, reason } = decideItem(counted, present, rule);
  return `${kind}: ${reason}`;
};

describe('the decision on an agenda item', () => {
  it.each([
    [1, 1],
    [2, 2],
    [5, 3],
    [13, 7],
    [14, 8],
    [15, 8],
    [16, 9],
    [25, 13],
    [382, 192],
  ])('of %i present it takes %i', (present, required) => {
    expect(votesRequired(present, ASSEMBLY.majority)).toBe(required);
  });

  it.each([
    [16, [8, 7, 1], 'rejected: no-majority'],
    [16, [9, 7, 0], 'adopted: majority'],
    [16, [10, 6, 0], 'adopted: majority'],
    [15, [7, 8, 0], 'rejected: no-majority'],
    [15, [8, 7, 0], 'adopted: majority'],
    [15, [7, 0, 8], 'rejected: no-majority'],
    [15, [7, 0, 0], 'rejected: no-majority'],
    [15, [0, 0, 0], 'rejected: no-majority'],
    [0, [0, 0, 0], 'rejected: no-majority'],
  ] as const)('%i present, %j: %s', (present, counted, expected) => {
    expect(judge(votes(counted), present)).toBe(expected);
  });

  it.each([
    ['for', 'adopted: chair'],
    ['against', 'rejected: chair'],
    ['abstained', 'tie: even-division'],
    [null, 'tie: even-division'],
  ] as const)('an even division of an assembly with the chair %s: %s', (side, expected) => {
    expect(judge(votes([8, 8, 0], side), 16)).toBe(expected);
  });

  it('leaves the chair no vote where the law asks for more than an even division', () => {
    expect(judge(votes([7, 7, 2], 'for'), 16)).toBe('rejected: no-majority');
    expect(judge(votes([8, 6, 2], 'for'), 16)).toBe('rejected: no-majority');
  });

  it('has no casting vote at a gathering, nor where a local act took it away', () => {
    expect(judge(votes([50, 50, 0], 'for'), 100, GATHERING)).toBe('rejected: even-division');
    const none = {
      key: 'assembly.chair-votes' as const,
      value: 0,
      from: '2026-01-01',
      until: null,
      act: 'Regulation No 1',
    };
    const rule = decisionRuleOn('assembly', DAY, [none]);
    expect(judge(votes([8, 8, 0], 'for'), 16, rule)).toBe('rejected: even-division');
    expect(decisionRuleOn('public-council', DAY, []).chairVotes).toBe(0);
  });

  it('never adopts against as many, whatever the chair does', () => {
    const side = fc.nat({ max: 30 });
    fc.assert(
      fc.property(side, side, side, (inFavour, against, absent) => {
        const present = inFavour + against + absent;
        const decision = decideItem(votes([inFavour, against, 0]), present, ASSEMBLY);
        expect(decision.kind === 'adopted').toBe(inFavour * 2 > present);
      }),
    );
  });
});
