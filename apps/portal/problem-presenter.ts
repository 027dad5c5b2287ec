import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#platform/http/problem.js';
import { ProblemPresenter } from '#platform/http/problem.filter.js';

/** Problems of the API as RFC 9457 JSON; pages get theirs from the page renderer. */
@Injectable()
export class PortalProblemPresenter extends ProblemPresenter {
  present(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(bodyOf(problem, request)));
  }
}

function bodyOf(problem: Problem, request: FastifyRequest): Record<string, unknown> {
  return {
    ...problem.details,
    type: `/problems/${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    requestId: request.id,
  };
}
