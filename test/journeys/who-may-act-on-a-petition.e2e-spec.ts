import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import {
  aPerson,
  aPetitionTown,
  DISTRICT,
  NEIGHBOUR,
  OKRUG,
  type PersonWish,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

/** Acts on a petition to the akim's office of the okrug, with a body that is read. */
const ACTS = {
  edit: ['PATCH', '', { title: BOTH }],
  submit: ['POST', '/submission', {}],
  withdraw: ['POST', '/withdrawal', { reason: '' }],
  open: ['POST', '/opening', {}],
  refuse: ['POST', '/refusal', { ground: 'requirements-not-met', reasons: BOTH }],
  'note a count': ['POST', '/portal-counts', { signatures: 1, seenOn: '2026-11-01' }],
  discuss: ['POST', '/discussion', { heldOn: '2099-01-01', place: BOTH, draft: BOTH }],
  answer: ['POST', '/answer', { decision: 'satisfied', reasons: BOTH }],
  sign: ['POST', '/signatures', {}],
} as const;

type Act = keyof typeof ACTS;

const CHECK: readonly Act[] = ['open', 'refuse', 'note a count'];

/** What each person may do; everything else is 401, 403 or 404. */
const MATRIX: readonly (readonly [string, PersonWish | null, readonly Act[]])[] = [
  ['a visitor', null, []],
  ['a resident', {}, ['sign']],
  ['its deputy', { role: 'deputy' }, ['edit', 'submit', 'withdraw', 'sign']],
  ['another deputy', { role: 'deputy', office: DISTRICT }, ['sign']],
  ['an officer of the district', { role: 'officer' }, [...CHECK, 'discuss', 'sign']],
  ['an officer of a neighbour', { role: 'officer', office: NEIGHBOUR }, ['sign']],
  ['the secretary', { role: 'maslikhat-secretary' }, [...CHECK, 'discuss', 'sign']],
  ['the akim addressed', { role: 'akim', office: OKRUG }, ['discuss', 'answer', 'sign']],
  ['the akim above', { role: 'akim', office: DISTRICT }, ['discuss', 'sign']],
  ['an akim nearby', { role: 'akim', office: NEIGHBOUR }, ['sign']],
  ['an expert', { role: 'expert' }, ['sign']],
  ['a clerk', { role: 'clerk' }, ['sign']],
];

const HEADERS = { 'content-type': 'application/json', 'if-match': '"1"' };

describe('who may act on a petition', () => {
  let portal: TestPortal;
  let ownDeputy: { id: string; cookie: string };
  let petition: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    ownDeputy = await aPerson(portal.dataSource, { role: 'deputy' });
    petition = await anOpenPetition(portal.dataSource, ownDeputy.id);
  });
  afterAll(() => portal.close());

  it.each(MATRIX)('%s', async (name, wish, allowed) => {
    const cookie = await cookieOf(name, wish);
    const done: string[] = [];
    for (const [act, [method, path, body]] of Object.entries(ACTS)) {
      const answer = await fetch(`${portal.url}/api/v1/petitions/${petition}${path}`, {
        method,
        headers: { ...HEADERS, origin: portal.url, ...cookie },
        body: JSON.stringify(body),
      });
      expect([act, answer.status < 500]).toEqual([act, true]);
      if (![401, 403, 404].includes(answer.status)) done.push(act);
    }
    expect(done.toSorted()).toEqual([...allowed].toSorted());
  });

  async function cookieOf(name: string, wish: PersonWish | null) {
    if (wish === null) return {};
    if (name === 'its deputy') return { cookie: ownDeputy.cookie };
    return { cookie: (await aPerson(portal.dataSource, wish)).cookie };
  }
});
