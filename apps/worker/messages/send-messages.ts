import type { INestApplicationContext } from '@nestjs/common';
import { ContactCodes } from '#features/outreach/contacts/contact-codes.js';
import { ContactReader } from '#features/outreach/contacts/contact.reader.js';
import { NoticeChoiceReader } from '#features/outreach/notices/notice-choice.reader.js';
import { type Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import {
  MessageDispatch,
  type Departure,
  type Prepare,
} from '#platform/messages/message-dispatch.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';
import { Letters } from '#platform/views/letters.js';
import { Views } from '#platform/views/views.js';
import { mailGatewayOf, smsGatewayOf } from './gateways.js';
import { letterOf, shortTextOf } from './letter-of.js';
import { speakMessage, type SpokenMessage } from './speak-message.js';

const EVERY_MS = 1_000;

type Carry = (message: SpokenMessage) => Promise<void>;

/** A job for each open way: one that hangs holds up neither the other nor anything else. */
export function sendMessages(app: INestApplicationContext): PeriodicJob[] {
  const carriers = carriersOf(app);
  const jobs: PeriodicJob[] = [];
  for (const [way, carry] of Object.entries(carriers) as [MessageWay, Carry | null][])
    if (carry) jobs.push(jobOf(app, way, carry));
  return jobs;
}

function jobOf(app: INestApplicationContext, way: MessageWay, carry: Carry): PeriodicJob {
  const dispatch = app.get(MessageDispatch, { strict: false });
  const prepare = preparing(app, carry);
  return {
    name: `send-messages-by-${way}`,
    everyMs: EVERY_MS,
    run: (stopping) => dispatch.run(way, prepare, stopping),
  };
}

function carriersOf(app: INestApplicationContext): Record<MessageWay, Carry | null> {
  const config = app.get<Config>(CONFIG, { strict: false });
  const letters = new Letters(app.get(Views, { strict: false }));
  const origin = config.publicOrigin ?? `http://${config.host}:${config.port}`;
  const [mail, sms] = [mailGatewayOf(config), smsGatewayOf(config)];
  return {
    mail: mail && ((message) => mail.send(letterOf(message, letters, origin))),
    sms: sms && ((message) => sms.send(shortTextOf(message, letters, origin))),
  };
}

function preparing(app: INestApplicationContext, carry: Carry): Prepare {
  const sources = {
    contacts: app.get(ContactReader, { strict: false }),
    codes: app.get(ContactCodes, { strict: false }),
    choices: app.get(NoticeChoiceReader, { strict: false }),
    views: app.get(Views, { strict: false }),
  };
  return async (message): Promise<Departure | null> => {
    const spoken = await speakMessage(message, sources);
    return spoken && (() => carry(spoken));
  };
}
