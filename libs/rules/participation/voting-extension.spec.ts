import { describe, expect, it } from '@jest/globals';
import { type VotingExtension, assessVotingExtension } from './voting-extension.js';

const extension: VotingExtension = {
  now: 4500,
  votingFrom: 4000,
  votingUntil: 5000,
  newVotingUntil: 5500,
  decisionBy: 6000,
  reason: { kk: 'Желі үзілді', ru: 'Не было связи' },
  proposedById: 'a',
  confirmedById: 'b',
};

function codesOf(changes: Partial<VotingExtension>): readonly string[] {
  return assessVotingExtension({ ...extension, ...changes }).map((fault) => fault.code);
}

describe('assessVotingExtension', () => {
  it.each<[Partial<VotingExtension>, readonly string[]]>([
    [{}, []],
    [{ now: 3999 }, ['extension.voting_not_open']],
    [{ now: 4000 }, []],
    [{ now: 4999 }, []],
    [{ now: 5000 }, ['extension.voting_closed']],
    [{ newVotingUntil: 4999 }, ['extension.not_forward']],
    [{ newVotingUntil: 5000 }, ['extension.not_forward']],
    [{ newVotingUntil: 5001 }, []],
    [{ newVotingUntil: 5999 }, []],
    [{ newVotingUntil: 6000 }, ['extension.after_decision_day']],
    [{ reason: { kk: '', ru: 'Не было связи' } }, ['extension.reason_missing']],
    [{ confirmedById: 'a' }, ['extension.same_person']],
  ])('%j → %j', (changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it('names all faults at once', () => {
    const changes = { now: 5000, newVotingUntil: 1, reason: { kk: '', ru: '' }, proposedById: 'b' };
    expect(codesOf(changes)).toEqual([
      'extension.voting_closed',
      'extension.not_forward',
      'extension.reason_missing',
      'extension.same_person',
    ]);
  });
});
