import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { ILL_MOODS } from '../support/mood.js';
import { TEST_PERSON_KEY } from '../support/personal-keys.js';
import { PostOffice } from '../support/post-office.js';
import { burst } from './burst.js';
import {
  faultsOfHeldTransactions,
  faultsOfMail,
  faultsOfOutbox,
  settle,
} from './check-messages.js';
import type { Ordeal, Plan, Trial } from './ordeal.js';
import { addSubscribers, type Subscribers } from './subscribers.js';

const BLOWS = { short: ILL_MOODS.length, long: 4 * ILL_MOODS.length };
const SUBSCRIBERS = { short: 12, long: 60 };
/** What is tried is the messages, not the crowd. */
const PEOPLE = 4;
/** Long enough for letters to leave again and again, and for a transaction to be seen held. */
const ILL_MS = 4_000;
/** A way that was left alone is tried again, so that the next mood is met by letters at all. */
const WELL_MS = 3_000;

export const hangingMessages: Ordeal = {
  name: 'hanging-messages',
  what: 'mail and text messages hang, break off, fail, answer garbage and a hundred megabytes while people vote and sign: every notice arrives once, what nobody takes ends as a dead letter; the control marks messages as sent before they are',
  run: async (plan) => {
    const office = await PostOffice.open();
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-messages-'));
    try {
      return await ordealWith(office, keyFileIn(folder), plan);
    } finally {
      rmSync(folder, { recursive: true });
      await office.close();
    }
  },
};

async function ordealWith(office: PostOffice, keyFile: string, plan: Plan): Promise<Trial> {
  const { short, control } = plan;
  const scale = short ? 'short' : 'long';
  // One mood shows what the control does.
  const blows = control ? 1 : BLOWS[scale];
  const held: string[] = [];
  const outbox: string[] = [];
  let people!: Subscribers;
  let told = 0;
  return burst({
    blows,
    people: PEOPLE,
    portal: { env: { ...office.env, QATYSU_PERSON_KEY_FILE: keyFile } },
    before: async ({ town }) => {
      people = await addSubscribers(town.dataSource, SUBSCRIBERS[scale]);
      for (const address of people.refusing) refuse(office, address);
      if (control) for (const part of MARKS_TOO_EARLY) await town.dataSource.query(part);
    },
    blow: async ({ town }) => {
      office.mood = ILL_MOODS[told % ILL_MOODS.length]!;
      told += 1;
      await postNews(town.dataSource, people.petitionId);
      await wait(ILL_MS);
      held.push(...(await faultsOfHeldTransactions(town.dataSource)));
      if (told === blows) return;
      office.mood = 'well';
      await wait(WELL_MS);
    },
    after: async ({ town }) => {
      outbox.push(...(await faultsOfOutbox(town.dataSource)));
      office.mood = 'well';
    },
    also: async ({ town: { dataSource } }) => {
      const unsettled = await settle(dataSource);
      const mail = await faultsOfMail(dataSource, office, { people, told });
      return [...held, ...outbox, ...unsettled, ...mail];
    },
  });
}

/** The key that the subscribers' addresses are sealed under. */
function keyFileIn(folder: string): string {
  const path = join(folder, 'person.key');
  writeFileSync(path, TEST_PERSON_KEY, { mode: 0o600 });
  return path;
}

function refuse({ mail, sms }: PostOffice, address: string): void {
  mail.refused.add(address);
  sms.refused.add(address);
}

async function postNews(dataSource: DataSource, petition: string): Promise<void> {
  const payload = JSON.stringify({ petition, news: v7() });
  await dataSource.query(
    `insert into outbox_messages (topic, payload) values ('petition.news_posted', $1)`,
    [payload],
  );
}

const MARKS_TOO_EARLY = [
  `create function mark_too_early() returns trigger language plpgsql as $$
   begin
     new.sent_at := clock_timestamp();
     return new;
   end $$`,
  `create trigger tr_mark_too_early before update on outgoing_messages
     for each row when (old.lease is null and new.lease is not null) execute function mark_too_early()`,
];
