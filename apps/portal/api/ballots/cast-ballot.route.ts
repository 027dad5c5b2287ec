import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { BallotAct } from '#features/participation/ballots/ballot-act.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { readIdempotencyKey } from '#platform/http/idempotency-key.js';
import { ProblemFilter } from '#platform/http/problem.filter.js';
import { RequestLimits } from '#platform/limits/request-limits.js';
import { digestOfToken, sessionTokenOf } from '#platform/identity/session-token.js';
import { presentReceipt } from './ballot.presenter.js';
import { readVotes } from './read-votes.js';
import { roundIdOf } from './round-id.js';

type CastRequest = FastifyRequest<{ Params: { round: string }; Body: unknown }>;

/**
 * `PUT /api/v1/rounds/:round/ballot`, the hot path, stands on Fastify itself: guards, interceptors
 * and pipes cost a third of such a request, and what they do is done here by the statement that
 * stores the ballot. Headers, CSRF protection and the error answers are those of every route.
 */
export function serveCastBallot(app: NestFastifyApplication): void {
  const castBallot = app.get(CastBallot, { strict: false });
  const limits = app.get(RequestLimits, { strict: false });
  const problems = app.get(ProblemFilter, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  server.put('/api/v1/rounds/:round/ballot', async (request: CastRequest, reply) => {
    try {
      const act = actOf(request);
      await limits.take('ballot', { person: act.tokenDigest, address: request.ip });
      return await cast(castBallot, act, reply);
    } catch (error) {
      problems.answer(error, request, reply);
      return reply;
    }
  });
}

async function cast(castBallot: CastBallot, act: BallotAct, reply: FastifyReply) {
  const { first, receipt } = await castBallot.run(act);
  return reply.status(first ? 201 : 200).send(presentReceipt(receipt));
}

function actOf(request: CastRequest): BallotAct {
  const token = sessionTokenOf(request);
  if (!token) throw new DomainError('unauthenticated', 'identity.not_signed_in');
  return {
    tokenDigest: digestOfToken(token).toString('hex'),
    roundId: roundIdOf(request.params.round),
    votes: readVotes(request.body),
    idempotencyKey: readIdempotencyKey(request.headers['idempotency-key']),
  };
}

const VOTE = {
  type: 'object',
  required: ['project'],
  properties: {
    project: { type: 'string', description: 'Id of the project' },
    points: { type: 'integer', description: 'Cumulative and scoring ballots' },
    rank: { type: 'integer', description: 'Ordinal ballots: 1 is the first choice' },
  },
};

const RECEIPT = {
  type: 'object',
  required: ['receipt'],
  properties: {
    receipt: {
      type: 'object',
      required: ['code', 'leaf', 'at'],
      properties: {
        code: { type: 'string', example: '7KQ4-M2XD-9HWP-3' },
        leaf: { type: 'string', description: 'Hash that stands for the ballot in the public log' },
        at: { type: 'string', format: 'date-time' },
      },
    },
  },
};

const json = (schema: object) => ({ 'application/json': { schema } });

/** What the OpenAPI document says of this route. */
export const CAST_BALLOT_PATH = '/api/v1/rounds/{round}/ballot';
export const CAST_BALLOT_OPERATION = {
  operationId: 'castBallot',
  summary: 'Cast or replace one’s own ballot',
  tags: ['ballots'],
  'x-access': { rule: 'roles', roles: ['resident'] },
  parameters: [
    { name: 'round', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } },
  ],
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      required: ['votes'],
      properties: { votes: { type: 'array', items: VOTE, maxItems: 2000 } },
    }),
  },
  responses: {
    '201': { description: 'The first ballot', content: json(RECEIPT) },
    '200': { description: 'Replaced, or the same ballot again', content: json(RECEIPT) },
  },
};
