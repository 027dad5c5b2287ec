import type { FastifyRequest } from 'fastify';
import type { Page } from './page.js';

/** Scheme and host of addresses that leave the page: as the operator set them, else as asked. */
export function originOf(request: FastifyRequest, page: Page): string {
  return page.frame.origin ?? `http://${request.host}`;
}
