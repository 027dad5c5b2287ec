import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const FRESH_PROOF = Symbol('fresh-proof');

/**
 * One of the gravest acts, which nobody does by a session that was left open: identity must have
 * been proven within the last minutes (`PROOF_MINUTES`). OpenAPI shows it as `x-fresh-proof`.
 */
export function FreshProof(): MethodDecorator {
  return applyDecorators(SetMetadata(FRESH_PROOF, true), ApiExtension('x-fresh-proof', true));
}
