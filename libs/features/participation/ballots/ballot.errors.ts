import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { StoredAct, VotingWindow } from './ballot.repository.js';

/** All grounds at once; the first one gives the refusal its code. */
export function ballotRefused(faults: readonly Fault[]): DomainError {
  const [first] = faults;
  return new DomainError('rule-violated', first?.code ?? 'ballot.refused', {
    ...first?.details,
    faults,
  });
}

/** @returns the refusal by the window, null while the voting is open */
export function windowRefusal(window: VotingWindow): DomainError | null {
  if (window.now < window.votingFrom)
    return new DomainError('rule-violated', 'ballot.voting_not_open', {
      votingFrom: window.votingFrom,
    });
  if (window.closedAt || window.now >= window.votingUntil)
    return new DomainError('rule-violated', 'ballot.voting_closed', {
      votingUntil: window.votingUntil,
    });
  return null;
}

export function otherBody(): DomainError {
  return new DomainError('rule-violated', 'idempotency.other_body');
}

export function alreadyCast(own: StoredAct): DomainError {
  return new DomainError('conflict', 'ballot.already_cast', {
    receipt: own.receipt,
    at: own.castAt,
  });
}
