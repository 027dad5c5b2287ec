import type { INestApplicationContext } from '@nestjs/common';
import { ForgetConfirmations } from '#features/outreach/contacts/forget-confirmations.js';
import { MessageLeases } from '#platform/messages/message-leases.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 3_600_000;

/** What was sent is forgotten after a month, what counted tries after a day. */
export function forgetOldMessages(app: INestApplicationContext): PeriodicJob {
  const leases = app.get(MessageLeases, { strict: false });
  const forgetting = app.get(ForgetConfirmations, { strict: false });
  return {
    name: 'forget-old-messages',
    everyMs: EVERY_MS,
    run: async () => {
      await leases.forgetOld();
      await forgetting.run();
    },
  };
}
