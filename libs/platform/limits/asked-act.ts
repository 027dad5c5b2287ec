import type { FastifyRequest } from 'fastify';
import type { CostlyActName } from './costly-acts.js';

const ASKED_ACT = Symbol('asked-act');

type Carrier = FastifyRequest & { [ASKED_ACT]?: CostlyActName };

/** The costly act that a request asks for, if it does. */
export function askedActOf(request: FastifyRequest): CostlyActName | undefined {
  return (request as Carrier)[ASKED_ACT];
}

export function rememberAskedAct(request: FastifyRequest, act: CostlyActName): void {
  (request as Carrier)[ASKED_ACT] = act;
}
