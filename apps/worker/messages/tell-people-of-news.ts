import type { INestApplicationContext } from '@nestjs/common';
import { TellPeople } from '#features/outreach/notices/tell-people.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';

/** What happened is put on its way to whoever wants to hear of it; sending is another job's. */
export function tellPeopleOfNews(app: INestApplicationContext): void {
  const telling = app.get(TellPeople, { strict: false });
  const delivery = app.get(OutboxDelivery, { strict: false });
  for (const topic of telling.topics)
    delivery.register(topic, (message, tx) => telling.run(tx, message));
}
