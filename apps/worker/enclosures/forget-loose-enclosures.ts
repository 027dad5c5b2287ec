import type { INestApplicationContext } from '@nestjs/common';
import { ENCLOSURE_FORGOTTEN } from '#features/record/enclosures/enclosure.events.js';
import { ForgetLooseEnclosures } from '#features/record/enclosures/forget-loose-enclosures.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';
import { removesStoredBytes } from '../removes-stored-bytes.js';

const EVERY_MS = 3_600_000;

/** Files sent for an act that never came are dropped, and then their bytes. */
export function forgetLooseEnclosures(app: INestApplicationContext): PeriodicJob {
  const forgetting = app.get(ForgetLooseEnclosures, { strict: false });
  app.get(OutboxDelivery, { strict: false }).register(ENCLOSURE_FORGOTTEN, removesStoredBytes(app));
  return { name: 'forget-loose-enclosures', everyMs: EVERY_MS, run: () => forgetting.run() };
}
