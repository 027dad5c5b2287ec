import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignatureAct } from '#features/petitions/signatures/signature-act.js';
import { SignPetition } from '#features/petitions/signatures/sign-petition.js';
import { readIdempotencyKey } from '#platform/http/idempotency-key.js';
import { ProblemFilter } from '#platform/http/problem.filter.js';
import { RequestLimits } from '#platform/limits/request-limits.js';
import { digestOfToken, sessionTokenOf } from '#platform/identity/session-token.js';
import { presentInstant } from '../instant.js';
import { readSignature } from './read-signature.js';

type SignRequest = FastifyRequest<{ Params: { petition: string }; Body: unknown }>;

/**
 * `POST /api/v1/petitions/:petition/signatures`, the hot path, stands on Fastify itself for the
 * reason of cast-ballot.route.ts; headers, CSRF protection and error answers are those of every
 * route.
 */
export function serveSignPetition(app: NestFastifyApplication): void {
  const signPetition = app.get(SignPetition, { strict: false });
  const limits = app.get(RequestLimits, { strict: false });
  const problems = app.get(ProblemFilter, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  server.post('/api/v1/petitions/:petition/signatures', async (request: SignRequest, reply) => {
    try {
      const act = actOf(request);
      await limits.take('signature', { person: act.tokenDigest, address: request.ip });
      const { number, receipt, signedAt } = await signPetition.run(act);
      return reply.status(201).send({ number, receipt, signedAt: presentInstant(signedAt) });
    } catch (error) {
      problems.answer(error, request, reply);
      return reply;
    }
  });
}

function actOf(request: SignRequest): SignatureAct {
  const token = sessionTokenOf(request);
  if (!token) throw new DomainError('unauthenticated', 'identity.not_signed_in');
  const { petition } = request.params;
  if (!isUuid(petition)) throw new DomainError('not-found', 'petition.not_found');
  return {
    tokenDigest: digestOfToken(token).toString('hex'),
    petitionId: petition.toLowerCase(),
    ...readSignature(request.body),
    idempotencyKey: readIdempotencyKey(request.headers['idempotency-key']),
  };
}

const json = (schema: object) => ({ 'application/json': { schema } });

/** What the OpenAPI document says of this route. */
export const SIGN_PETITION_PATH = '/api/v1/petitions/{petition}/signatures';
export const SIGN_PETITION_OPERATION = {
  operationId: 'signPetition',
  summary: 'Sign a petition as a resident of its territory',
  tags: ['petitions'],
  'x-access': { rule: 'roles', roles: ['resident'] },
  parameters: [
    { name: 'petition', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } },
  ],
  requestBody: {
    required: false,
    content: json({
      type: 'object',
      properties: {
        nameHidden: { type: 'boolean', description: 'Keep first name and initial off the page' },
        textDigest: { type: 'string', description: 'Digest of the text that was read' },
      },
    }),
  },
  responses: {
    '201': {
      description: 'Signed',
      content: json({
        type: 'object',
        required: ['number', 'receipt', 'signedAt'],
        properties: {
          number: { type: 'integer', example: 141 },
          receipt: { type: 'string', example: '7KQ4-M2XD-9HWP-3' },
          signedAt: { type: 'string', format: 'date-time' },
        },
      }),
    },
  },
};
