import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Sessions } from '#platform/identity/sessions.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import { aBallotRound, type BallotRound } from '#test/support/builders/ballot-round.js';
import {
  aResident,
  aVotingTown,
  EAST,
  NEIGHBOUR,
  type TestVoter,
} from '#test/support/builders/voting-town.js';
import {
  aFormVisitor,
  hiddenField,
  type FormVisitor,
  type Visited,
} from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const APPROVAL: BallotRule = { kind: 'approval', min: 1, max: 2 };

describe('Asel votes without a script', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
  });
  afterAll(() => portal.close());

  const visitor = (voter?: TestVoter) =>
    aFormVisitor(portal.url, voter ? { qatysu_session: voter.token } : {});
  const resident = (wish = {}) => aResident(portal.dataSource, wish);
  const round = (ballot: BallotRule, more = {}) =>
    aBallotRound(portal.dataSource, { ballot, ...more });

  async function storedBallot({ roundId }: BallotRound, voter: TestVoter) {
    const rows: { projects: number[]; points: number[] | null }[] = await portal.dataSource.query(
      `select projects, points from ballots where round_id = $1 and resident_id = $2`,
      [roundId, voter.id],
    );
    return rows[0];
  }

  /** Choose, check, sign in last, confirm. */
  async function vote(
    at: BallotRound,
    forms: readonly Readonly<Record<string, string>>[],
    asel: FormVisitor,
    lang = 'kk',
  ): Promise<Visited> {
    const base = `/${lang}/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    for (const form of forms) await asel.post(`${base}/choose`, form);
    const confirm = await asel.get(`${base}/confirm`);
    return asel.post(`${base}/confirm`, {
      castKey: hiddenField(confirm.html, 'castKey'),
      choices: hiddenField(confirm.html, 'choices'),
    });
  }

  const choose = (at: BallotRound, number: number) => ({
    project: at.projects[number]!,
    chosen: 'yes',
  });
  const give = (at: BallotRound, number: number, points: string) => ({
    project: at.projects[number]!,
    points,
  });

  it('chooses first, signs in last and gets a receipt without choices', async () => {
    const at = await round(APPROVAL);
    const asel = visitor();
    const base = `/kk/rounds/${at.roundId}/vote`;
    const start = await asel.get(base);
    expect(start.html).toContain('Шамамен 5 минут');
    expect((await asel.post(`${base}/start`, {})).path).toBe(`${base}/choose`);
    const chosen = await asel.post(`${base}/choose`, choose(at, 1));
    expect(chosen.hash).toBe('#card-1');
    await asel.post(`${base}/choose`, choose(at, 3));
    const check = await asel.get(`${base}/check`);
    expect(check.html).toContain('әлі жіберілген жоқ');
    const identify = await asel.get(`${base}/confirm`);
    expect(identify.path).toBe(`${base}/identify`);
    const voter = await resident();
    asel.keepCookie('qatysu_session', voter.token);
    const confirm = await asel.get(`${base}/identify`);
    expect(confirm.path).toBe(`${base}/confirm`);
    expect(confirm.html).toContain('№ 1 Абай көшесі');
    const done = await asel.post(`${base}/confirm`, {
      castKey: hiddenField(confirm.html, 'castKey'),
      choices: hiddenField(confirm.html, 'choices'),
    });
    expect(done.path).toBe(`${base}/done`);
    expect(done.html).not.toContain('Абай көшесі');
    expect(await storedBallot(at, voter)).toEqual({ projects: [1, 3], points: null });
    const drafts = await portal.dataSource.query(`select from ballot_drafts where round_id = $1`, [
      at.roundId,
    ]);
    expect(drafts).toHaveLength(0);
  });

  it.each<[BallotRule, (at: BallotRound) => Record<string, string>[], object]>([
    [
      { kind: 'knapsack', min: 1 },
      (at) => [choose(at, 2), choose(at, 1)],
      { projects: [1, 2], points: null },
    ],
    [
      { kind: 'cumulative', min: 1, points: 10, maxPerProject: null },
      (at) => [
        give(at, 3, '7'),
        give(at, 1, '2'),
        give(at, 1, '3'),
        give(at, 2, '1'),
        give(at, 2, '0'),
      ],
      { projects: [1, 3], points: [3, 7] },
    ],
    [
      { kind: 'ordinal', min: 1, max: 3 },
      (at) => [choose(at, 1), choose(at, 2), choose(at, 3), { ...choose(at, 3), chosen: 'up' }],
      { projects: [1, 3, 2], points: null },
    ],
    [
      { kind: 'scoring', min: 1, maxPoints: 5 },
      (at) => [give(at, 5, '5'), give(at, 2, '0'), give(at, 1, '4'), give(at, 1, '')],
      { projects: [2, 5], points: [0, 5] },
    ],
  ])('casts a ballot of kind %j', async (ballot, forms, stored) => {
    const at = await round(ballot);
    const voter = await resident();
    const done = await vote(at, forms(at), visitor(voter), 'ru');
    expect(done.path).toBe(`/ru/rounds/${at.roundId}/vote/done`);
    expect(await storedBallot(at, voter)).toEqual(stored);
  });

  it('gives one receipt to a form that was sent several times', async () => {
    const at = await round(APPROVAL);
    const voter = await resident();
    const asel = visitor(voter);
    const base = `/kk/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    await asel.post(`${base}/choose`, choose(at, 2));
    const { html } = await asel.get(`${base}/confirm`);
    const form = { castKey: hiddenField(html, 'castKey'), choices: hiddenField(html, 'choices') };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => asel.post(`${base}/confirm`, form)),
    );
    answers.push(await asel.post(`${base}/confirm`, form));
    expect(new Set(answers.map((answer) => answer.path))).toEqual(new Set([`${base}/done`]));
    expect(new Set(answers.map((answer) => codeOn(answer.html))).size).toBe(1);
    expect(await storedBallot(at, voter)).toEqual({ projects: [2], points: null });
  });

  it('replaces a ballot where the round allows it, and says so before', async () => {
    const at = await round(APPROVAL);
    const voter = await resident();
    const asel = visitor(voter);
    const first = codeOn((await vote(at, [choose(at, 1)], asel)).html);
    const base = `/kk/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    await asel.post(`${base}/choose`, choose(at, 2));
    const confirm = await asel.get(`${base}/confirm`);
    expect(confirm.html).toContain('Бұрынғы бюллетеніңіздің орнына');
    const second = codeOn((await vote(at, [], asel)).html);
    expect(second).not.toBe(first);
    expect((await visitor().get(`/kk/r/${first}`)).html).toContain('Алмастырылды');
    expect((await visitor().get(`/kk/r/${second}`)).html).toContain('Жазылды');
  });

  it('lets people go over every limit, says by how much, and casts nothing until it is mended', async () => {
    const at = await round(APPROVAL);
    const asel = visitor(await resident());
    const base = `/ru/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    for (const number of [1, 2, 3]) await asel.post(`${base}/choose`, choose(at, number));
    expect((await asel.get(`${base}/choose`)).html).toContain('budget-bar--over');
    expect((await asel.get(`${base}/confirm`)).path).toBe(`${base}/check`);
    const mended = await asel.post(`${base}/choose`, {
      project: at.projects[3]!,
      chosen: 'no',
      from: 'check',
    });
    expect(mended.path).toBe(`${base}/check`);
    expect((await asel.get(`${base}/confirm`)).path).toBe(`${base}/confirm`);
  });

  it('keeps to the district of the registration', async () => {
    const at = await round(APPROVAL, { districts: true });
    const asel = visitor();
    const base = `/kk/rounds/${at.roundId}/vote`;
    expect((await asel.post(`${base}/start`, {})).path).toBe(`${base}/district`);
    expect((await asel.post(`${base}/district`, {})).status).toBe(422);
    const west = await asel.post(`${base}/district`, { district: '990100000' });
    expect(west.html).toContain('id="card-4"');
    expect(west.html).not.toContain('id="card-5"');
    await asel.post(`${base}/choose`, choose(at, 4));
    asel.keepCookie('qatysu_session', (await resident({ territory: EAST })).token);
    const check = await asel.get(`${base}/confirm`);
    expect(check.path).toBe(`${base}/check`);
    expect(check.html).toContain('№ 4: Бұл жоба басқа ауданға тиесілі');
  });

  it('drops a project that its author has withdrawn, with a word about it', async () => {
    const at = await round(APPROVAL);
    const asel = visitor(await resident());
    const base = `/kk/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    await asel.post(`${base}/choose`, choose(at, 1));
    await portal.dataSource.query(`update proposals set state = 'withdrawn' where id = $1`, [
      at.projects[1],
    ]);
    await portal.dataSource.query(
      `update rounds set paper_version = paper_version + 1 where id = $1`,
      [at.roundId],
    );
    const check = await asel.get(`${base}/confirm`);
    expect(check.path).toBe(`${base}/check`);
    expect(check.html).toContain('№ 1: Авторы бұл жобаны кері қайтарып алды');
  });

  it.each<[string, object, object, string]>([
    [
      'before the opening',
      { votingFrom: '1 day', votingUntil: '2 days' },
      {},
      'Дауыс беру әлі басталған жоқ',
    ],
    ['after the close', { votingFrom: '-1 day', votingUntil: '-7 minutes' }, {}, '7 минут бұрын'],
    ['under age', {}, { bornOn: '2015-01-01' }, 'Дауыс беру жасына әлі толмағансыз'],
    ['registered elsewhere', {}, { territory: NEIGHBOUR }, 'Сіз басқа жерде тіркелгенсіз'],
    ['of an age that nobody has', {}, { bornOn: '1900-01-01' }, 'Туған күніңізді тексеру керек'],
  ])('has a page of its own for a refusal: %s', async (_, wish, person, words) => {
    const at = await round(APPROVAL, wish);
    const asel = visitor(await resident(person));
    for (const step of ['', '/confirm']) {
      const page = await asel.get(`/kk/rounds/${at.roundId}/vote${step}`);
      expect([page.status, page.html.includes(words)]).toEqual([422, true]);
    }
  });

  it('does not replace a ballot where the round forbids it', async () => {
    const at = await round(APPROVAL, { replacingAllowed: false });
    const voter = await resident();
    const asel = visitor(voter);
    await vote(at, [choose(at, 1)], asel);
    const base = `/kk/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    const refused = await asel.get(`${base}/confirm`);
    expect([refused.status, refused.html.includes('дауыс беріп қойғансыз')]).toEqual([409, true]);
    expect(refused.html).toContain(`${base}/done`);
  });

  it('goes on with a ballot on another device, once', async () => {
    const at = await round(APPROVAL);
    const base = `/kk/rounds/${at.roundId}/vote`;
    const phone = visitor();
    await phone.post(`${base}/start`, {});
    await phone.post(`${base}/choose`, choose(at, 2));
    const given = await phone.post(`${base}/continue/code`, {});
    const code = /panel-code">([A-Z]{6})</.exec(given.html)?.[1] ?? '';
    const computer = visitor();
    const taken = await computer.post(`${base}/continue`, { code: code.toLowerCase() });
    expect(taken.path).toBe(`${base}/choose`);
    expect(taken.html).toContain('project-card--chosen');
    const again = await visitor().post(`${base}/continue`, { code });
    expect([again.status, again.html.includes('Код дұрыс емес')]).toEqual([422, true]);
  });

  it('practises without leaving a trace', async () => {
    const at = await round({ kind: 'ordinal', min: 1, max: 3 }, { districts: true });
    const asel = visitor();
    const base = `/kk/rounds/${at.roundId}/demo`;
    expect((await asel.get(base)).html).toContain('Бұл жаттығу');
    const district = await asel.get(`${base}/district`);
    const west = await asel.post(`${base}/district`, {
      draft: hiddenField(district.html, 'draft'),
      district: '990100000',
    });
    const first = await asel.post(`${base}/choose`, {
      draft: hiddenField(west.html, 'draft'),
      ...choose(at, 4),
    });
    const second = await asel.post(`${base}/choose`, {
      draft: hiddenField(first.html, 'draft'),
      ...choose(at, 2),
    });
    expect(second.hash).toBe('#card-2');
    expect(second.html.match(/project-card--chosen/g)).toHaveLength(2);
    const drafts = await portal.dataSource.query(`select from ballot_drafts where round_id = $1`, [
      at.roundId,
    ]);
    expect(drafts).toHaveLength(0);
    expect((await asel.get(`${base}/done`)).html).toContain('Дауысыңыз жіберілген жоқ');
  });

  it('shows no trace of other ballots before the close', async () => {
    const at = await round(APPROVAL);
    const asel = visitor();
    await asel.post(`/kk/rounds/${at.roundId}/vote/start`, {});
    const paths = ['/projects?seed=1', '/vote', '/vote/choose', '/vote/check', '/demo'];
    const look = () =>
      Promise.all(paths.map((path) => asel.get(`/kk/rounds/${at.roundId}${path}`)));
    const before = await look();
    for (const number of [1, 1, 1, 2])
      await vote(at, [choose(at, number)], visitor(await resident()));
    const after = await look();
    expect(before.map(({ status }) => status)).toEqual(paths.map(() => 200));
    expect(after.map(({ html }) => lasting(html))).toEqual(before.map(({ html }) => lasting(html)));
  });

  it('finds on her own page what waits, where she voted, and for 30 minutes how', async () => {
    const at = await round(APPROVAL);
    const voter = await resident();
    const asel = visitor(voter);
    const address = `/kk/rounds/${at.roundId}/vote`;
    expect((await asel.get('/kk/my')).html).toContain(`href="${address}"`);
    await vote(at, [choose(at, 2)], asel);
    const mine = (await asel.get('/kk/my')).html;
    expect(mine).not.toContain(`href="${address}"`);
    expect(mine).toContain(`href="${address}/done"`);
    const own = `/kk/my/ballots/${at.roundId}`;
    expect((await asel.get(own)).html).toContain('№ 2 Орталық саябаққа');
    await portal.dataSource.query(
      `update ballots set cast_at = cast_at - interval '31 minutes' where round_id = $1`,
      [at.roundId],
    );
    const later = (await asel.get(own)).html;
    expect([later.includes('Орталық'), later.includes('уақыт өтті')]).toEqual([false, true]);
    const stranger = await visitor(await resident()).get(own);
    expect(stranger.path).toBe('/kk/my');
  });

  it('signs out on other devices and stays signed in here', async () => {
    const voter = await resident();
    const elsewhere = await portal.app.get(Sessions, { strict: false }).open({
      personId: voter.id,
      proof: { provider: 'stand-in', assurances: [], provenAt: 'now' },
    });
    const asel = visitor(voter);
    expect((await asel.get('/ru/my')).html).toContain('на других устройствах: 1');
    await asel.post('/ru/my/sessions/others', {});
    expect((await asel.get('/ru/my')).html).toContain('Вы вошли только здесь');
    const other = await visitor({ id: voter.id, token: elsewhere }).get('/ru/my');
    expect(other.path).toBe('/ru/sign-in?next=%2Fmy');
  });

  it.each(['kk', 'ru', 'en'])(
    'leads somewhere from every link of the footer in %s',
    async (lang) => {
      const { html } = await visitor().get(`/${lang}/help`);
      const links = [...html.matchAll(/site-footer__link" href="([^"]+)"/g)].map(
        ([, href]) => href!,
      );
      const more = ['/cookies', '/glossary', '/receipts'].map((path) => `/${lang}${path}`);
      expect(links.length).toBeGreaterThan(4);
      for (const link of [...links, ...more])
        expect([link, (await visitor().get(link)).status]).toEqual([link, 200]);
    },
  );

  it('takes the dates of the round into a calendar', async () => {
    const at = await round(APPROVAL);
    const dates = await visitor().get(`/kk/rounds/${at.roundId}/vote/dates.ics`);
    expect(dates.headers.get('content-type')).toContain('text/calendar');
    expect(dates.html.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(dates.html.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it('gives one answer to every wrong receipt code', async () => {
    const pages = await Promise.all(
      ['2222-2222-2222-2', '2222-2222-2222-7', 'nonsense'].map((code) =>
        visitor().get(`/kk/r/${code}`),
      ),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(pages.map(({ html }) => withoutTyped(html))).size).toBe(1);
    const short = await fetch(`${portal.url}/r/2222-2222-2222-2`, { redirect: 'manual' });
    expect(short.headers.get('location')).toBe('/kk/r/2222-2222-2222-2');
  });

  it('refuses a form that is not ours', async () => {
    const at = await round(APPROVAL);
    const asel = visitor(await resident());
    const base = `/kk/rounds/${at.roundId}/vote`;
    await asel.post(`${base}/start`, {});
    for (const choices of ['x', '99', '1~'])
      expect((await asel.post(`${base}/confirm`, { castKey: 'k', choices })).status).toBe(400);
    const points = await asel.post(`${base}/choose`, { project: at.projects[1]!, points: '1e3' });
    expect([points.status, points.html.includes('Ұпай – нөлден кем емес бүтін сан')]).toEqual([
      422,
      true,
    ]);
    expect((await asel.get('/kk/rounds/nonsense/vote')).status).toBe(404);
  });
});

function codeOn(html: string): string {
  return /panel-code">([^<]+)</.exec(html)?.[1] ?? 'no code';
}

/** The page without what is made anew each time. */
function lasting(html: string): string {
  return html.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\d+(?=!!)/g, '');
}

/** The page without what differs by itself: what was typed, and the number of the request. */
function withoutTyped(html: string): string {
  return html.replaceAll(/value="[^"]*"|<code>[^<]*<\/code>|href="[^"]*"/g, '');
}
