import type { INestApplicationContext } from '@nestjs/common';
import { FileStore } from '#platform/files/file-store.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { OutboxHandler } from '#platform/outbox/outbox-delivery.js';

/** Once a removal is committed, the file leaves the store with its small picture. */
export function removesStoredBytes(app: INestApplicationContext): OutboxHandler {
  const store = app.get(FileStore, { strict: false });
  return async ({ payload }) => {
    const name = String(payload['storedName']);
    await store.remove(name);
    await store.remove(smallNameOf(name));
  };
}
