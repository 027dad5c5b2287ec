import type { INestApplicationContext } from '@nestjs/common';
import { PROPOSAL_FILE_REMOVED } from '#features/participation/proposals/proposal.events.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import { removesStoredBytes } from '../removes-stored-bytes.js';

/** What an author took out of a proposal leaves the store. */
export function removeBytesOfRemovedFiles(app: INestApplicationContext): void {
  const delivery = app.get(OutboxDelivery, { strict: false });
  delivery.register(PROPOSAL_FILE_REMOVED, removesStoredBytes(app));
}
