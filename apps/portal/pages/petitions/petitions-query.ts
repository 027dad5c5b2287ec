import { validate as isUuid } from 'uuid';
import { PETITION_BODIES } from '#rules/petitions/addressee.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import type { PetitionsQuestion } from '#features/petitions/petitions/petition.reader.js';

/** What the list may show, in the sequence of its doors. */
export const PETITION_TABS = ['open', 'waiting', 'answered', 'refused', 'forwarded'] as const;

export type PetitionTab = (typeof PETITION_TABS)[number];

/** The list's address, read. */
export interface PetitionsQuery {
  readonly tab: PetitionTab;
  readonly territory?: string | undefined;
  readonly body?: string | undefined;
  readonly deputy?: string | undefined;
  readonly q?: string | undefined;
  readonly after?: string | undefined;
}

const STATES: Readonly<Record<PetitionTab, PetitionState>> = {
  open: 'open',
  waiting: 'awaiting-answer',
  answered: 'answered',
  refused: 'refused',
  forwarded: 'forwarded',
};

const ON_A_PAGE = 30;
const LONGEST_WORDS = 100;

/** What is not understood is left out. */
export function readPetitionsQuery(sent: Readonly<Record<string, unknown>>): PetitionsQuery {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const uuid = (name: string) => (isUuid(text(name)) ? text(name) : undefined);
  return {
    tab: PETITION_TABS.find((tab) => tab === text('tab')) ?? 'open',
    territory: /^\d{9}$/.test(text('place')) ? text('place') : undefined,
    body: PETITION_BODIES.find((body) => body === text('body')),
    deputy: uuid('deputy'),
    q: text('q').slice(0, LONGEST_WORDS) || undefined,
    after: uuid('after'),
  };
}

export function questionOf({ tab, ...query }: PetitionsQuery): PetitionsQuestion {
  const sequence = tab === 'waiting' ? 'waiting-longest' : 'newest';
  return { ...query, states: [STATES[tab]], sequence, limit: ON_A_PAGE };
}

/** `petitionsPath({ tab: 'waiting', body: 'akimat' }) // → '/petitions?tab=waiting&body=akimat'` */
export function petitionsPath({ territory, ...query }: PetitionsQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, place: territory }))
    if (value !== undefined && !(name === 'tab' && value === 'open')) search.set(name, value);
  return search.size > 0 ? `/petitions?${search}` : '/petitions';
}
