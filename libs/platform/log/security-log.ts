import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { problemOf, type Problem } from '../http/problem.js';
import { signedInOf } from '../identity/signed-in.js';
import { askedActOf } from '../limits/asked-act.js';

const logger = new Logger('security');

/** What a refusal is called in the log; other refusals are `refused`. */
const EVENTS: Readonly<Record<number, string>> = {
  400: 'unreadable',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'hidden',
  413: 'too-large',
  415: 'unreadable',
  429: 'too-often',
};

const REFUSED = 400;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The log says nothing of who asks this route, nor from where. */
    nameless?: true;
  }
}

/**
 * One line for each refused request: who asked, from where, what, and why not. Never the address or
 * the body, which may say something of a person; faults of our own are logged elsewhere, with their stack.
 */
export function tellRefusal(error: unknown, request: FastifyRequest): void {
  const problem = problemOf(error);
  if (problem.unexpected || problem.status === 503 || isStray(problem, request)) return;
  logger.warn(lineOf(problem, request));
}

/** One line for each person who signs in; commands on the server have their audit entries. */
export function tellSignIn(about: { readonly person: string; readonly provider: string }): void {
  logger.log({ event: 'signed-in', ...about });
}

/** A connection that does not speak HTTP as it is written: perhaps an attempt to smuggle a request. */
export function tellBrokenHttp(
  error: { readonly code?: string | undefined },
  from: string | undefined,
): void {
  if (error.code?.startsWith('HPE_')) logger.warn({ event: 'broken-http', code: error.code, from });
}

/** Who is not signed in and follows an old link tries nothing; who is may be trying out ids. */
function isStray({ status }: Problem, request: FastifyRequest): boolean {
  return status === 404 && !(signedInOf(request) && request.routeOptions.url);
}

function lineOf({ status, code }: Problem, request: FastifyRequest): Record<string, unknown> {
  const act = askedActOf(request);
  const { config, url: route } = request.routeOptions;
  return {
    event:
      act === 'sign-in' && status >= REFUSED ? 'sign-in-refused' : (EVENTS[status] ?? 'refused'),
    status,
    code,
    method: request.method,
    route,
    act,
    requestId: request.id,
    ...(config.nameless ? {} : { person: signedInOf(request)?.personId, from: request.ip }),
  };
}
