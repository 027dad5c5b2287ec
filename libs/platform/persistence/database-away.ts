import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

/** SQLSTATE classes and codes that mean "the database is away or overloaded", not "we erred". */
const AWAY = /^(08|53|57|58)|^(55P03|40001|40P01|25006)$/;
const BROKEN_CONNECTION = /^(ECONN|EPIPE|ETIMEDOUT)/;
const WITHOUT_CODE =
  /connection terminated|timeout exceeded when trying|timeout expired|not queryable/i;
/** After such an error PostgreSQL ends the session, whatever the reason. */
const ENDING = new Set<unknown>(['FATAL', 'PANIC']);

/**
 * Is the database away, or too busy to answer in time? A repeat may then succeed, whatever the act.
 *
 * @example isDatabaseAway(Object.assign(new Error(), { code: 'ECONNREFUSED' })) // → true
 */
export function isDatabaseAway(error: unknown): boolean {
  if (hasLostItsRunner(error)) return true;
  const { code, message, severity } = causeOf(error);
  if (ENDING.has(severity)) return true;
  if (typeof code === 'string') return AWAY.test(code) || BROKEN_CONNECTION.test(code);
  return typeof message === 'string' && WITHOUT_CODE.test(message);
}

/** TypeORM takes a runner away as soon as its connection dies; the work that goes on meets these. */
function hasLostItsRunner(error: unknown): boolean {
  return (
    error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError
  );
}

/** SQLSTATE, or the code of a broken connection; undefined for what is no error of the database. */
export function sqlStateOf(error: unknown): unknown {
  return causeOf(error).code;
}

interface Cause {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly severity?: unknown;
}

function causeOf(error: unknown): Cause {
  return (error instanceof QueryFailedError ? error.driverError : error) ?? {};
}
