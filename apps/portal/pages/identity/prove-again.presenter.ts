import type { FastifyRequest } from 'fastify';
import type { Problem } from '#platform/http/problem.js';
import type { Page } from '../_frame/page.js';

interface HeldField {
  readonly name: string;
  readonly value: string;
}

const KINDS: ReadonlyMap<string, 'staff' | 'fresh'> = new Map([
  ['identity.staff_proof_needed', 'staff'],
  ['identity.fresh_proof_needed', 'fresh'],
]);

export function wantsProofAgain({ code }: Problem): boolean {
  return KINDS.has(code);
}

/**
 * How to prove once more who one is. A form that was sent is held on the page itself, to be sent
 * again from there: identity is proven in another window, nothing is stored and nothing lost.
 */
export function presentProveAgain({ code, details }: Problem, request: FastifyRequest, page: Page) {
  const kind = KINDS.get(code)!;
  const { path } = page.frame;
  const isForm = request.method === 'POST';
  const next = isForm ? '/sign-in/proven' : path;
  const { minutes } = details as { readonly minutes?: number };
  return {
    title: page.say.t(`identity.proveAgain.${kind}.title`),
    lead: page.say.t(`identity.proveAgain.${kind}.lead`, { count: minutes ?? 0 }),
    signIn: `/sign-in?proof=${kind}&next=${encodeURIComponent(next)}`,
    held: isForm && { action: path, fields: heldFields(request.body) },
  };
}

/** A form with a file is not read before its sender is let in: it has no fields here. */
function heldFields(body: unknown): readonly HeldField[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, sent]) => {
    const values: unknown[] = Array.isArray(sent) ? sent : [sent];
    return values.filter((value) => typeof value === 'string').map((value) => ({ name, value }));
  });
}
