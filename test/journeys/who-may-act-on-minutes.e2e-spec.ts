import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import {
  anAssembly,
  anOpenMeeting,
  anOp,
  BOTH,
  type TestAssembly,
} from '#test/support/builders/assembly-town.js';
import {
  aPerson,
  aPetitionTown,
  DISTRICT,
  NEIGHBOUR,
  OKRUG,
  type PersonWish,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const NOW = '2026-11-01T10:00:00+05:00';
const LINK = 'https://example.org/x';

/** Every act around a meeting and its minutes, with a body that is read; M and P are their ids. */
const ACTS = {
  'put the assembly': [
    'PUT',
    `/territories/${OKRUG}/assembly`,
    { from: '2026-01-01', until: '2029-12-31', members: [] },
  ],
  convene: [
    'POST',
    '/meetings',
    {
      territory: OKRUG,
      kind: 'assembly',
      startsAt: NOW,
      place: BOTH,
      convenedBy: 'akim',
      agenda: [],
    },
  ],
  announce: ['POST', '/meetings/M/notice', { publishedAt: NOW, channels: ['x'] }],
  'write the agenda': ['PUT', '/meetings/M/agenda', { agenda: [] }],
  cancel: ['POST', '/meetings/M/cancellation', { reasons: { kk: '', ru: '' } }],
  broadcast: ['PUT', '/meetings/M/broadcast', { broadcastUrl: LINK }],
  'add a paper': ['POST', '/meetings/M/items/1/papers', { title: BOTH, link: LINK }],
  'prove the notice': [
    'POST',
    '/meetings/M/notice-proofs',
    { channel: 'x', postedOn: '2026-11-01', link: LINK },
  ],
  ask: ['POST', '/meetings/M/items/1/questions', { language: 'kk', text: 'Неге?' }],
  'set attendance': ['PUT', '/meetings/M/attendance', { present: [anOp()] }],
  'see attendance': ['GET', '/meetings/M/attendance', null],
  'note a stay': [
    'POST',
    '/meetings/M/stays',
    { op: anOp(), move: 'left', member: anOp(), at: NOW },
  ],
  open: ['POST', '/meetings/M/opening', {}],
  'record no quorum': ['POST', '/meetings/M/no-quorum', {}],
  'name officers': ['PUT', '/meetings/M/officers', { chair: anOp() }],
  close: ['POST', '/meetings/M/closing', { closedAt: NOW }],
  record: ['PUT', '/meetings/M/items/1/decision', { votes: { for: 1 } }],
  'see writings': ['GET', '/meetings/M/items', null],
  write: ['POST', '/meetings/M/writings', { writings: [] }],
  'begin minutes': ['POST', '/meetings/M/minutes', { stage: 'draft' }],
  'see the draft': ['GET', '/minutes/P', null],
  check: ['GET', '/minutes/P/check', null],
  submit: ['POST', '/minutes/P/submission', {}],
  revise: ['POST', '/minutes/P/revision', {}],
  remark: ['POST', '/minutes/P/remarks', { text: 'Ескерту', language: 'kk' }],
  sign: ['POST', '/minutes/P/signatures', {}],
  send: ['POST', '/minutes/P/dispatch', {}],
  publish: ['POST', '/minutes/P/publication', {}],
  correct: ['POST', '/minutes/P/errata', { was: BOTH, becomes: BOTH, reason: BOTH }],
  answer: ['POST', '/minutes/P/akim-answer', { items: [] }],
  'confirm a decision': ['POST', '/minutes/P/decisions/1/acts', { act: 'confirm', reasons: BOTH }],
  'discuss a decision': ['POST', '/minutes/P/decisions/1/acts', { act: 'discuss' }],
  insist: ['POST', '/minutes/P/decisions/1/acts', { act: 'insist' }],
} as const;

type Act = keyof typeof ACTS;

const DESK = (Object.keys(ACTS) as Act[]).filter(
  (act) =>
    !['ask', 'remark', 'sign', 'answer', 'confirm a decision', 'discuss a decision'].includes(act),
);
const READ: readonly Act[] = ['see the draft'];

/** What each person may do; everything else is 401, 403 or 404. */
const MATRIX: readonly (readonly [string, PersonWish | null, readonly Act[]])[] = [
  ['a visitor', null, []],
  ['a resident', {}, ['ask']],
  ['the secretary', {}, [...DESK, 'ask', 'sign', 'insist']],
  [
    'another secretary of the okrug',
    { role: 'secretary', office: OKRUG },
    [...DESK, 'ask', 'insist'],
  ],
  ['a secretary nearby', { role: 'secretary', office: NEIGHBOUR }, ['ask']],
  ['the chair', {}, [...READ, 'ask', 'remark', 'sign']],
  ['the akim', { role: 'akim', office: OKRUG }, [...READ, 'ask', 'answer']],
  ['the akim above', { role: 'akim', office: DISTRICT }, [...READ, 'ask', 'confirm a decision']],
  ['an akim nearby', { role: 'akim', office: NEIGHBOUR }, ['ask']],
  [
    'the maslikhat’s secretary',
    { role: 'maslikhat-secretary' },
    [...READ, 'ask', 'discuss a decision'],
  ],
  ['an officer', { role: 'officer' }, [...READ, 'ask']],
  ['a deputy', { role: 'deputy' }, ['ask']],
  ['a clerk', { role: 'clerk' }, ['ask']],
];

/** Refusals that come after it is known who asks: the act itself was not for the asking. */
const LATER = /decision_not_found|item_not_found|not_there|not_handed/;

describe('who may act on minutes', () => {
  let portal: TestPortal;
  let assembly: TestAssembly;
  let meetingId: string;
  let minutesId: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
    meetingId = await anOpenMeeting(portal.app, assembly);
    const beginning = portal.app.get(BeginMinutes, { strict: false });
    minutesId = await beginning.run(assembly.secretary.person, meetingId);
  });
  afterAll(() => portal.close());

  it.each(MATRIX)('%s', async (name, wish, allowed) => {
    const cookie = await cookieOf(name, wish);
    const done: string[] = [];
    for (const [act, [method, path, body]] of Object.entries(ACTS)) {
      const address = path.replace('/M', `/${meetingId}`).replace('/P', `/${minutesId}`);
      const answer = await fetch(`${portal.url}/api/v1${address}`, {
        method,
        headers: { 'content-type': 'application/json', origin: portal.url, ...cookie },
        ...(body && { body: JSON.stringify(body) }),
      });
      expect([act, answer.status < 500]).toEqual([act, true]);
      const { code = '' } = (await answer.json().catch(() => ({}))) as { code?: string };
      const isRefused = [401, 403, 404].includes(answer.status) && !LATER.test(code);
      if (!isRefused) done.push(act);
    }
    expect(done.toSorted()).toEqual([...new Set<string>(allowed)].toSorted());
  });

  async function cookieOf(name: string, wish: PersonWish | null) {
    if (wish === null) return {};
    if (name === 'the secretary') return { cookie: assembly.secretary.cookie };
    if (name === 'the chair') return { cookie: assembly.chair.cookie };
    return { cookie: (await aPerson(portal.dataSource, wish)).cookie };
  }
});
