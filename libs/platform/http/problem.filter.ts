import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellRefusal } from '../log/security-log.js';
import { problemOf, type Problem } from './problem.js';

/** Shows a problem to the one who asked: JSON to programs, a page to people. */
export abstract class ProblemPresenter {
  abstract present(problem: Problem, request: FastifyRequest, reply: FastifyReply): void;
}

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly presenter: ProblemPresenter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** For routes that stand on the HTTP server itself. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error);
    if (problem.unexpected) this.log(error, request, problem);
    else tellRefusal(error, request);
    if (reply.sent) return;
    if (problem.retryAfter) void reply.header('retry-after', problem.retryAfter);
    this.presenter.present(problem, request, reply);
  }

  /** The route's pattern, never the address: an address may carry personal data. */
  private log(error: unknown, request: FastifyRequest, problem: Problem): void {
    this.logger.error(
      { requestId: request.id, route: request.routeOptions.url, status: problem.status },
      error instanceof Error ? error.stack : String(error),
    );
  }
}
