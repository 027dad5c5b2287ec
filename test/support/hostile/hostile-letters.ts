import { join } from 'node:path';
import { letterOf } from '#apps/worker/messages/letter-of.js';
import { wordsOfNotice } from '#apps/worker/messages/message-words.js';
import type { Letter } from '#platform/messages/letter.js';
import { readCatalogue } from '#platform/views/catalogue.js';
import { Letters } from '#platform/views/letters.js';
import { VIEWS_ROOT, type Views } from '#platform/views/views.js';
import { HOSTILE_TEXT } from './hostile-texts.js';

const EVENT = /^notices\.events\.(.+)\.heading$/;
const OFFICIAL = { kk: HOSTILE_TEXT, ru: HOSTILE_TEXT };

/** A letter of each kind of news there is, about something whose every word is an attack. */
export function hostileLetters(views: Views, origin: string): Map<string, Letter> {
  const letters = new Letters(views);
  const addressee = {
    id: '1',
    address: 'asel@example.kz',
    language: 'kk',
    isNotice: true,
  } as const;
  const words = { title: OFFICIAL, place: OFFICIAL };
  const facts = { ...words, path: '/my', duty: 'round-review', day: '2027-01-31', item: 1 };
  const letterAbout = (event: string): Letter => {
    const notice = wordsOfNotice({ ...facts, event }, letters.wording('kk'));
    const lines = [...notice.lines, HOSTILE_TEXT];
    return letterOf({ ...addressee, ...notice, lines }, letters, origin);
  };
  return new Map(events().map((event) => [event, letterAbout(event)]));
}

function events(): readonly string[] {
  const { kk } = readCatalogue(join(VIEWS_ROOT, 'libs/platform/views/catalogue'));
  return [...kk.keys()].flatMap((key) => EVENT.exec(key)?.[1] ?? []);
}
