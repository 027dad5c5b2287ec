import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import { type Answer, aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const TEXT = { kk: 'Су құбыры', ru: 'Водопровод' };
const PETITION = {
  addressee: { body: 'akim-office', territory: DEMO.qarasu },
  title: TEXT,
  text: TEXT,
  arguments: TEXT,
  proposals: TEXT,
};

const VILLAGERS = DEMO_RESIDENTS.filter(
  ({ territory, bornOn }) => territory === DEMO.qarasuVillage && bornOn < '2000',
).map(({ iin }) => iin);
const CITIZEN = DEMO_RESIDENTS.find(({ territory }) => territory === DEMO.arna)!.iin;
const STRANGER = inventedIin({ bornOn: '1971-01-02', sex: 'male', serial: 9000 });

/** An IIN, null for a blank line, or the word for one that nobody can read. */
type Line = string | null;

describe('sheets of paper', () => {
  let portal: TestPortal;
  let deputy: Caller;
  let clerks: readonly Caller[];
  let petition: string;
  let sheets: readonly string[];

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    const signIn = (role: string, place = 0) =>
      Caller.signedIn(portal, holdersOf(role, DEMO.district)[place]!.iin);
    deputy = await signIn('deputy', 1);
    clerks = await Promise.all([0, 1, 2].map((place) => signIn('clerk', place)));
  });
  afterAll(() => portal.close());

  beforeEach(async () => {
    const officer = await Caller.signedIn(portal, holdersOf('officer', DEMO.district)[0]!.iin);
    petition = String((await deputy.send('POST', '/petitions', { body: PETITION })).body['id']);
    await deputy.send('POST', `/petitions/${petition}/submission`);
    const opened = await officer.send('POST', `/petitions/${petition}/opening`);
    expect(opened.status).toBe(201);
    await deputy.send('POST', `/petitions/${petition}/sheets`, { body: { count: 2 } });
    const listed = await deputy.send('GET', `/petitions/${petition}/sheets`);
    sheets = (listed.body['items'] as { id: string }[]).map(({ id }) => id);
  });

  /** A reading: IINs from the first line on, the rest blank. */
  function read(clerk: number, lines: readonly Line[], sheet = sheets[0]!): Promise<Answer> {
    const body = {
      lines: Array.from({ length: 10 }, (_, place) => {
        const line = lines[place] ?? null;
        if (line === null) return { mark: 'blank' };
        return line === 'illegible' ? { mark: line } : { mark: 'signed', iin: line };
      }),
    };
    return clerks[clerk]!.send('POST', `/sheets/${sheet}/entries`, { body });
  }

  async function count(): Promise<number> {
    const shown = await deputy.send('GET', `/petitions/${petition}`);
    const [rows] = (await portal.dataSource.query(
      `select count(*)::int as rows from signatures where petition_id = $1`,
      [petition],
    )) as [{ rows: number }];
    expect(shown.body['count']).toBe(rows.rows);
    return rows.rows;
  }

  it('have numbers without gaps, whoever takes them at once', async () => {
    const take = () => deputy.send('POST', `/petitions/${petition}/sheets`, { body: { count: 3 } });
    const taken = await Promise.all([take(), take(), take()]);
    const numbers = taken.flatMap(({ body }) => body['numbers'] as number[]).sort((a, b) => a - b);
    expect(numbers).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('count nobody before a second person has read the same', async () => {
    const lines = VILLAGERS.slice(0, 3);
    expect((await read(0, lines)).body).toMatchObject({ readings: 1, settledAt: null });
    expect(await count()).toBe(0);
    expect((await read(1, lines)).body).toMatchObject({ outcomes: { counted: 3, blank: 7 } });
    expect(await count()).toBe(3);
    expect((await read(2, lines)).body).toMatchObject({ code: 'sheet.settled' });
  });

  it('are not read twice by one person, nor by the deputy', async () => {
    await read(0, VILLAGERS.slice(0, 1));
    const again = await read(0, VILLAGERS.slice(0, 1));
    expect(again.body.faults?.map(({ code }) => code)).toEqual(['sheet.read_before']);
    const own = await deputy.send('POST', `/sheets/${sheets[0]}/entries`, { body: { lines: [] } });
    expect(own.status).toBe(403);
  });

  it('go to a third person where two differ; two of three decide', async () => {
    const [first, second, third] = VILLAGERS as [string, string, string];
    await read(0, [first, second]);
    const differing = await read(1, [first, third, 'illegible']);
    expect(differing.body).toMatchObject({ readings: 2, settledAt: null });
    const settled = await read(2, [null, third, VILLAGERS[4]!]);
    expect(settled.body).toMatchObject({ outcomes: { counted: 2, illegible: 1, blank: 7 } });
    expect(await count()).toBe(2);
  });

  it('find those who signed electronically, twice on paper, or may not sign', async () => {
    const [signer, other] = VILLAGERS as [string, string];
    const electronic = await Caller.signedIn(portal, signer);
    const signed = await electronic.send('POST', `/petitions/${petition}/signatures`, { body: {} });
    expect(signed.body['number']).toBe(1);
    const lines = [signer, other, other, CITIZEN, STRANGER];
    await read(0, lines);
    expect((await read(1, lines)).body).toMatchObject({
      outcomes: { counted: 1, duplicate: 2, 'not-eligible': 1, 'not-on-the-roll': 1, blank: 5 },
    });
    expect(await count()).toBe(2);
    await read(0, [other], sheets[1]);
    expect((await read(1, [other], sheets[1])).body).toMatchObject({ outcomes: { duplicate: 1 } });
    expect(await count()).toBe(2);
  });

  it('refuse what is no IIN, line by line, and a short sheet', async () => {
    const wrong = await read(0, [VILLAGERS[0]!, '123']);
    expect(wrong.body.faults).toMatchObject([{ code: 'sheet.signer_missing', field: 'line2' }]);
    const body = { lines: [{ mark: 'blank' }] };
    const short = await clerks[0]!.send('POST', `/sheets/${sheets[0]}/entries`, { body });
    expect(short.body.faults).toMatchObject([{ code: 'sheet.lines_missing' }]);
  });

  it('keep nobody’s IIN', async () => {
    await read(0, VILLAGERS.slice(0, 2));
    const [kept] = (await portal.dataSource.query(`select string_agg(lines::text, '') as text
      from paper_entries`)) as [{ text: string }];
    for (const iin of VILLAGERS) expect(kept.text).not.toContain(iin);
  });

  it('cross the threshold once, together with electronic signatures', async () => {
    await portal.dataSource.query(`update petitions set required = 4 where id = $1`, [petition]);
    const lines = VILLAGERS.slice(0, 3);
    await read(0, lines);
    const signing = VILLAGERS.slice(3, 6).map(async (iin) => {
      const person = await Caller.signedIn(portal, iin);
      return person.send('POST', `/petitions/${petition}/signatures`, { body: {} });
    });
    await Promise.all([read(1, lines), ...signing]);
    expect(await count()).toBe(6);
    const events: unknown[] = await portal.dataSource.query(
      `select 1 from outbox_messages where topic = 'petition.threshold_reached'
         and payload ->> 'petition' = $1`,
      [petition],
    );
    expect(events).toHaveLength(1);
  });

  it('settle once when two people finish at the same moment', async () => {
    await read(0, VILLAGERS.slice(0, 2));
    const answers = await Promise.all([
      read(1, VILLAGERS.slice(0, 2)),
      read(2, VILLAGERS.slice(0, 2)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await count()).toBe(2);
  });

  it('are printed with every Kazakh letter, and so is the poster', async () => {
    for (const path of ['sheets.pdf', 'poster.pdf']) {
      const answer = await fetch(`${portal.url}/kk/deputy-desk/collections/${petition}/${path}`, {
        headers: { cookie: deputy.cookieHeader },
      });
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.toString('latin1')).toContain('DejaVuSans');
    }
  });
});
