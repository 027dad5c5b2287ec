import type { FastifyRequest } from 'fastify';
import type { ActRequest } from '#features/participation/expert-review/open-for-review.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { signedInOf } from '#platform/identity/signed-in.js';

/** Who acts on which proposal, and which version that person saw (`If-Match`, where it is sent). */
export function actRequestOf(request: FastifyRequest, proposalId: string): ActRequest {
  return { proposalId, person: signedInOf(request)!, seenVersion: versionIn(request) };
}
