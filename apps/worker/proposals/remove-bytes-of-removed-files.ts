import type { INestApplicationContext } from '@nestjs/common';
import { PROPOSAL_FILE_REMOVED } from '#features/participation/proposals/proposal.events.js';
import { smallNameOf } from '#features/participation/proposals/stored-names.js';
import { FileStore } from '#platform/files/file-store.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';

/** Once a removal is committed, the file leaves the store with its small picture. */
export function removeBytesOfRemovedFiles(app: INestApplicationContext): void {
  const store = app.get(FileStore, { strict: false });
  const delivery = app.get(OutboxDelivery, { strict: false });
  delivery.register(PROPOSAL_FILE_REMOVED, async ({ payload }) => {
    const name = String(payload['storedName']);
    await store.remove(name);
    await store.remove(smallNameOf(name));
  });
}
