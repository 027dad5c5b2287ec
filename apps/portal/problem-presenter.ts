import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#platform/http/problem.js';
import { ProblemPresenter } from '#platform/http/problem.filter.js';
import { Views } from '#platform/views/views.js';
import type { TextParams } from '#platform/views/catalogue.js';
import type { Wording } from '#platform/views/wording.js';
import { presentProveAgain, wantsProofAgain } from './pages/identity/prove-again.presenter.js';
import { pageAddressOf, preferredLang } from './pages/_frame/page-address.js';
import { Pages } from './pages/_frame/pages.js';

/** Pages for statuses that have texts of their own; every other one is told as the nearest of these. */
const PAGES = [400, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503];

/** A problem as a page for people, as RFC 9457 JSON for programs, with the same code. */
@Injectable()
export class PortalProblemPresenter extends ProblemPresenter {
  constructor(
    private readonly views: Views,
    private readonly pages: Pages,
  ) {
    super();
  }

  present(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const page = pageAddressOf(request.url);
    if (page && problem.status === 401) void reply.redirect(signInPath(page.lang, page.path), 303);
    else if (page && wantsProofAgain(problem)) this.presentProveAgain(problem, request, reply);
    else if (page) this.presentPage(problem, request, reply);
    else this.presentJson(problem, request, reply);
  }

  private presentPage(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const page = this.pages.open(request);
    const model = {
      status: toldAs(problem),
      refusal: refusalOf(problem, page.say),
      wait: problem.retryAfter && waitWords(problem.retryAfter, page.say),
    };
    sendPage(page.render('_layout/error', model), problem, reply);
  }

  private presentProveAgain(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const page = this.pages.open(request);
    const model = presentProveAgain(problem, request, page);
    sendPage(page.render('identity/prove-again', model), problem, reply);
  }

  private presentJson(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const say = this.views.wording(preferredLang(request.headers['accept-language']));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(bodyOf(problem, request, say), withoutBigInt));
  }
}

function sendPage(html: string, { status }: Problem, reply: FastifyReply): void {
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** The page that tells it: a part that is switched off in a stage of load is no outage. */
function toldAs({ status, code }: Problem): number | 'off' {
  if (code.startsWith('load.')) return 'off';
  if (PAGES.includes(status)) return status;
  return status < 500 ? 400 : 500;
}

/** Seconds for a moment, minutes and hours for what takes longer. */
function waitWords(seconds: number, say: Wording): string {
  if (seconds < 60) return say.t('failures.wait', { count: seconds });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return say.t('failures.waitMinutes', { count: minutes });
  return say.t('failures.waitHours', { count: Math.ceil(minutes / 60) });
}

function signInPath(lang: string, path: string): string {
  return `/${lang}/sign-in?next=${encodeURIComponent(path)}`;
}

/** What a domain refusal says of itself; the general statuses have sentences of their own. */
function refusalOf(problem: Problem, say: Wording): string | undefined {
  const general = problem.code.startsWith('http.') || problem.code.startsWith('platform.');
  return general ? undefined : titleOf(problem, say);
}

function titleOf(problem: Problem, say: Wording): string {
  const key = `errors.${problem.code}`;
  return say.has(key) ? say.t(key, spoken(problem, say)) : problem.code;
}

function spoken(problem: Problem, say: Wording): TextParams {
  return say.spoken(problem.details);
}

function bodyOf(problem: Problem, request: FastifyRequest, say: Wording): Record<string, unknown> {
  return {
    ...problem.details,
    type: `/problems/${problem.code}`,
    title: titleOf(problem, say),
    status: problem.status,
    code: problem.code,
    requestId: request.id,
  };
}

function withoutBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
