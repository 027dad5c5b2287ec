import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import Handlebars from 'handlebars';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#test/support/browser.js';
import { hostileLetters } from '#test/support/hostile/hostile-letters.js';
import {
  BREAK_OUTS,
  CALLED,
  HOSTILE_TEXT,
  HOSTILE_TEXTS,
} from '#test/support/hostile/hostile-texts.js';
import { openHostileTown, type HostileTown } from '#test/support/hostile/hostile-town.js';
import { faultsOf, isJudged } from '#test/support/hostile/judge-answer.js';
import { Looker } from '#test/support/hostile/look-inside.js';
import { PageRobot, type Answer } from '#test/support/hostile/page-robot.js';
import { NOT_OPENED } from '#test/support/hostile/not-opened.js';
import { Views } from '#platform/views/views.js';
import { unlinkedPaths } from '#test/support/hostile/unlinked.js';
import { listRoutes } from '#test/support/route-list.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(600_000);

/** Pages that many others are reached from. */
const STARTS = [
  '/kk',
  '/kk/my',
  '/kk/rules',
  '/kk/audit',
  '/kk/ledger',
  '/kk/sessions',
  '/kk/status',
  '/kk/erasure/done',
];
/** Who goes through everything that is public: the rest go to their own desks. */
const STROLLERS = ['nobody', 'resident', 'officer'];
/** Names of queries that every page is asked with. */
const SHORT = `"'><script>${CALLED}(0)</script>{{x}}`;
const QUERIES = ['next', 'q', 'page', 'after', 'limit', 'order', 'lang', '__proto__', 'x'];

/**
 * Every text of a whole town is hostile, and everybody looks at everything: people and officers, pages,
 * papers, tables, feeds, calendars and archives.
 */
describe('a town in which every text is an attack', () => {
  let portal: TestPortal;
  let browser: Browser;
  let town: HostileTown;
  let robot: PageRobot;
  /** One page of each route, as somebody of each language saw it. */
  const pages = new Map<string, Answer>();
  const opened = new Set<string>();
  const faults = new Set<string>();
  const unjudged = new Set<string>();

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    town = await openHostileTown(portal);
    robot = new PageRobot(portal.url, listRoutes(portal.app), look);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function look(answer: Answer): Promise<void> {
    const { route, status, type, path } = answer;
    if (!isJudged(answer)) unjudged.add(`${type} at ${path}`);
    if (status >= 500) faults.add(`${status} at ${route ?? path}`);
    for (const fault of await faultsOf(answer)) faults.add(`${fault} at ${route ?? path}`);
    if (status === 200 && route) opened.add(route);
    if (type === 'text/html' && (status === 200 || answer.body.includes(`${CALLED}(`)))
      pages.set(`${route} ${status}`, answer);
  }

  it('fills every column that takes a text of somebody', () => {
    const { filled, bare, unknown } = town.spoilt;
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(30);
    expect(filled.length).toBeGreaterThan(300);
    expect(filled).toEqual(
      expect.arrayContaining(['proposals.title', 'proposal_files.shown_name']),
    );
    // A table without rows shows nothing: it needs one in fill-bare-tables.ts.
    expect(bare).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it('answers everybody, and no answer of any kind is dangerous', async () => {
    const strolled = new Set<string>();
    for (const walker of town.walkers) {
      const role = walker.name.split(' ')[0]!;
      const everything = STROLLERS.includes(role) && !strolled.has(role);
      strolled.add(role);
      const ofAKind = everything && role !== 'nobody' ? 1 : 2;
      await robot.walk(walker, { starts: STARTS, ofAKind, everything });
    }
    expect([...faults]).toEqual([]);
    expect([...unjudged]).toEqual([]);
    expect(town.walkers.length).toBeGreaterThan(12);
  });

  it('shows every text of a refused form and of an address as a text', async () => {
    for (const form of robot.forms.values())
      if (!form.action.endsWith('/sign-out')) await robot.send(form, HOSTILE_TEXT);
    // What is asked here comes among the pages too.
    const before = [...pages.values()];
    for (const { walker, path } of before) {
      const bare = path.split('?')[0]!;
      const asked = (query: Record<string, string>) =>
        robot.open(walker, `${bare}?${new URLSearchParams(query)}`);
      await asked(Object.fromEntries(QUERIES.map((name) => [name, SHORT])));
      for (const name of robot.queries.get(robot.routeOf(path) ?? '') ?? [])
        await asked({ [name]: HOSTILE_TEXT });
    }
    await robot.open(town.walkers[0]!, `/kk/${encodeURIComponent(HOSTILE_TEXT)}`);
    expect([...faults]).toEqual([]);
  });

  it('leads nobody away, whatever the address to return to is', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:1',
    ]) {
      const form = { action: '/kk/sign-in', isUpload: false, page: '/kk/sign-in' };
      const fields = [
        { name: 'iin', value: '450101450004', isFree: false },
        { name: 'next', value: next, isFree: false },
      ];
      const answer = await robot.send({ ...form, walker: town.walkers[0]!, fields }, '');
      const target = new URL(answer.headers.get('location') ?? '/', portal.url);
      expect([next, target.origin]).toEqual([next, portal.url]);
    }
  });

  it('has every page opened by somebody', async () => {
    const shown = listRoutes(portal.app).filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/:lang'),
    );
    const unlinked = await unlinkedPaths(portal.dataSource);
    const guessesAt = (route: string): readonly string[] => [
      ...unlinked.filter((path) => robot.routeOf(path) === route),
      ...robot.guesses(route),
    ];
    for (const { path } of shown)
      for (const guess of opened.has(path) ? [] : guessesAt(path))
        for (const walker of town.walkers.filter((each) => robot.isFor(each, guess, true)))
          if (!opened.has(path)) await robot.open(walker, guess);
    const missed = shown.map(({ path }) => path).filter((path) => !opened.has(path));
    expect([...faults]).toEqual([]);
    expect(missed.filter((path) => !NOT_OPENED.includes(path)).toSorted()).toEqual([]);
  });

  it('writes letters that no text breaks out of', () => {
    const letters = hostileLetters(portal.app.get(Views, { strict: false }), portal.url);
    for (const [event, { subject, text, html }] of letters) {
      expect([event, subject]).toEqual([event, expect.not.stringMatching(/[\r\n]/)]);
      expect(text).toContain('<script>');
      expect(BREAK_OUTS.filter((piece) => html.includes(piece))).toEqual([]);
      // They are opened in the browser with the pages, and have no policy to protect them.
      const page = { walker: town.walkers[0]!, path: '/letter', route: null, status: 200 };
      const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
      const answer = { ...page, type: 'text/html', headers, body: Buffer.from(html) };
      pages.set(`letter about ${event}`, answer);
    }
    expect(letters.size).toBeGreaterThan(5);
  });

  it.each([
    ['kk', 'kept'],
    ['ru', 'lifted'],
  ] as const)('runs nothing in a browser: %s, the policy %s', async (lang, policy) => {
    const looker = await Looker.open(browser, policy);
    const symptoms = new Set<string>();
    const before = [...pages];
    for (const [kind, answer] of before) {
      if (lang === 'ru' && answer.status !== 200) continue;
      const seen = lang === 'kk' || !answer.route ? answer : await inLanguage(answer, lang);
      for (const symptom of await looker.symptomsOf(portal.url, seen))
        symptoms.add(`${symptom} at ${kind}`);
    }
    await looker.close();
    expect([...symptoms]).toEqual([]);
    expect(pages.size).toBeGreaterThan(100);
  });

  it.each(['kept', 'lifted'] as const)(
    'would notice a page that does not escape, the policy %s',
    async (policy) => {
      const page = [...pages.values()].find(({ status }) => status === 200)!;
      const careless = Handlebars.compile('<!DOCTYPE html><title>x</title><p>{{{text}}}</p>');
      const looker = await Looker.open(browser, policy);
      const runs = new Set<string>();
      for (const text of HOSTILE_TEXTS.slice(0, 31)) {
        const body = Buffer.from(careless({ text }));
        const found = await looker.symptomsOf(portal.url, { ...page, body });
        if (found.length > 0) runs.add(text);
      }
      await looker.close();
      expect(runs.size).toBeGreaterThan(15);
      expect(
        await faultsOf({ ...page, body: Buffer.from(careless({ text: HOSTILE_TEXT })) }),
      ).not.toEqual([]);
    },
  );

  /** The same page in another language; the answer to a form is only there in its own. */
  async function inLanguage(answer: Answer, lang: string): Promise<Answer> {
    const path = answer.path.replace(/^\/kk(?=[/?]|$)/, `/${lang}`);
    const other = await robot.open(answer.walker, path);
    return other.status === answer.status && other.type === answer.type ? other : answer;
  }
});
