import type { INestApplicationContext } from '@nestjs/common';
import { PETITION_THRESHOLD_REACHED } from '#features/petitions/petitions/petition.events.js';
import { ReachThreshold } from '#features/petitions/petitions/reach-threshold.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';

/** The signature that reached the threshold sends the petition to its addressee. */
export function sendPetitionsThatReachedTheirThreshold(app: INestApplicationContext): void {
  const reaching = app.get(ReachThreshold, { strict: false });
  const delivery = app.get(OutboxDelivery, { strict: false });
  delivery.register(PETITION_THRESHOLD_REACHED, ({ payload }, tx) =>
    reaching.run(tx, String(payload['petition'])),
  );
}
