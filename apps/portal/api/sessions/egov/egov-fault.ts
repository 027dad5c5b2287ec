import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { DomainError } from '#rules/kernel/domain-error.js';

/** What the provider says well, of a proof that does not hold. */
const NOT_PROVEN: readonly string[] = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
];

const BROKEN = 500;

export function egovAway(): DomainError {
  return new DomainError('unavailable', 'identity.egov_away');
}

/** A proof that does not hold is refused; whatever else goes wrong, the provider is away. */
export function egovFaultOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof AuthorizationResponseError) return refused('identity.egov_refused');
  if (error instanceof ResponseBodyError && error.status < BROKEN)
    return refused('identity.egov_not_proven');
  const isNotProven = error instanceof ClientError && NOT_PROVEN.includes(error.code ?? '');
  return isNotProven ? refused('identity.egov_not_proven') : egovAway();
}

/** For the operator's log: what kind of fault, never what was sent. */
export function faultName(error: unknown): string {
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ');
}

function refused(code: string): DomainError {
  return new DomainError('rule-violated', code);
}
