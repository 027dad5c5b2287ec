import { HttpException, HttpStatus } from '@nestjs/common';
import { DomainError, type DomainErrorKind } from '#rules/kernel/domain-error.js';
import { ComeBackLater } from '../limits/come-back-later.js';
import { isDatabaseAway, sqlStateOf } from '../persistence/database-away.js';
import { TooManyWaiting } from '../persistence/group-commit.js';

/** An error as RFC 9457 tells it; `code` is stable, `title` follows the reader's language. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds after which a repeat makes sense. */
  readonly retryAfter?: number;
  /** A bug or an outage of ours, to be logged with its stack. */
  readonly unexpected: boolean;
}

const STATUS = {
  'not-found': HttpStatus.NOT_FOUND,
  unauthenticated: HttpStatus.UNAUTHORIZED,
  forbidden: HttpStatus.FORBIDDEN,
  conflict: HttpStatus.CONFLICT,
  'rule-violated': HttpStatus.UNPROCESSABLE_ENTITY,
  stale: HttpStatus.PRECONDITION_FAILED,
  unavailable: HttpStatus.SERVICE_UNAVAILABLE,
} satisfies Record<DomainErrorKind, HttpStatus>;

const RETRY_SECONDS = 2;

/** SQLSTATE of a text that PostgreSQL cannot hold: it has a NUL in it. */
const UNSTORABLE_TEXT = '22021';

/** Any thrown value as a problem; what is not expected is a 500 without a word of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return fromDomain(error);
  if (error instanceof ComeBackLater) return fromComeBackLater(error);
  if (error instanceof TooManyWaiting || isDatabaseAway(error)) return unavailable();
  if (error instanceof HttpException) return fromHttp(error);
  if (sqlStateOf(error) === UNSTORABLE_TEXT) return badRequest();
  return fromForeign(error);
}

function fromDomain(error: DomainError): Problem {
  const base = { code: error.code, details: error.details, unexpected: false };
  if (error.kind !== 'unavailable') return { status: STATUS[error.kind], ...base };
  return { status: STATUS.unavailable, ...base, retryAfter: RETRY_SECONDS };
}

function fromComeBackLater({ status, code, afterSeconds }: ComeBackLater): Problem {
  return { status, code, details: {}, retryAfter: afterSeconds, unexpected: false };
}

function unavailable(): Problem {
  return {
    status: HttpStatus.SERVICE_UNAVAILABLE,
    code: 'platform.unavailable',
    details: {},
    retryAfter: RETRY_SECONDS,
    unexpected: true,
  };
}

function badRequest(): Problem {
  return { status: HttpStatus.BAD_REQUEST, code: 'http.400', details: {}, unexpected: false };
}

function fromHttp(error: HttpException): Problem {
  const status = error.getStatus();
  const response = error.getResponse();
  const known = typeof response === 'object' ? (response as Record<string, unknown>) : {};
  const code = typeof known['code'] === 'string' ? known['code'] : `http.${status}`;
  const { code: _code, statusCode: _status, message: _message, error: _error, ...details } = known;
  return { status, code, details, unexpected: status >= 500 };
}

/** Errors of the HTTP server itself (a body too large, malformed JSON) carry their own status. */
function fromForeign(error: unknown): Problem {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { status, code: `http.${status}`, details: {}, unexpected: false };
  return { status: 500, code: 'http.500', details: {}, unexpected: true };
}
