import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aCountedTown,
  aPerson,
  aRoundToCount,
  OKRUG,
  type TestPerson,
} from '../support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '../support/test-portal.js';

const TEXT = 'Бөлім бастығы барлығымызға бір жобаға дауыс беруді бұйырды';
const CONTACT = '+7 701 555 00 11';

interface Receipt {
  readonly number: string;
  readonly code: string;
  readonly dueOn: string;
}

describe('somebody reports pressure on voters', () => {
  let portal: TestPortal;
  let round: string;
  let auditor: TestPerson;
  let officer: TestPerson;
  let receipt: Receipt;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    round = (
      await aRoundToCount(portal.dataSource, {
        votingUntil: '1 hour',
        projects: [{ costTenge: 10 }],
      })
    ).id;
    auditor = await aPerson(portal.dataSource, 'auditor');
    officer = await aPerson(portal.dataSource, 'officer');
    const answer = await send('', {
      territory: OKRUG,
      round,
      kind: 'pressure',
      text: TEXT,
      contact: CONTACT,
    });
    expect(answer.status).toBe(201);
    receipt = (await answer.json()) as Receipt;
  });
  afterAll(() => portal.close());

  it('is not asked who, and gets a number and a code', () => {
    expect(receipt.number).toMatch(/^\d{4}-0001$/);
    expect(receipt.code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}-[2-9A-Z]$/);
  });

  it('names every fault at once', async () => {
    const answer = await send('', { territory: '000000000', kind: 'x', text: 'аз' });
    expect(answer.status).toBe(422);
    const { faults } = (await answer.json()) as { faults: { field: string }[] };
    expect(faults.map(({ field }) => field)).toEqual(['kind', 'text', 'territory']);
  });

  it('leaves nothing readable in the database: no text, no contact, no code, no moment', async () => {
    const rows = await everyCell(portal);
    for (const secret of [TEXT, CONTACT, receipt.code]) expect(rows).not.toContain(secret);
    const columns = await portal.dataSource.query(
      `select data_type from information_schema.columns where table_name = 'pressure_reports'`,
    );
    const types = (columns as { data_type: string }[]).map((column) => column.data_type);
    expect(types.filter((type) => type.startsWith('time'))).toEqual([]);
  });

  it('answers a wrong number and a wrong code alike', async () => {
    const wrong = [
      { case: receipt.number, code: '2222-2222-2222-2' },
      { case: '2026-9999', code: receipt.code },
      { case: receipt.number, code: 'nonsense' },
    ];
    const answers = await Promise.all(wrong.map((body) => send('/lookup', body)));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()) as object));
    expect(
      new Set(codes.map((body) => JSON.stringify({ ...body, instance: '', requestId: '' }))).size,
    ).toBe(1);
  });

  it('is read by nobody but the auditor: no officer, no resident, nobody unknown', async () => {
    const id = await idOf(portal);
    const resident = await aPerson(portal.dataSource);
    for (const path of ['', `/${id}`])
      for (const [cookie, status] of [
        [undefined, 401],
        [resident.cookie, 403],
        [officer.cookie, 403],
      ] as const)
        expect((await get(path, cookie)).status).toBe(status);
  });

  it('is read by the auditor, which is noted, and answered once', async () => {
    const id = await idOf(portal);
    const read = (await (await get(`/${id}`, auditor.cookie)).json()) as Record<string, unknown>;
    expect(read).toMatchObject({ text: TEXT, contact: CONTACT, state: 'received' });
    const noted = await portal.dataSource.query(
      `select act, object_id from audit_entries where object_kind = 'pressure-report'`,
    );
    expect(noted).toEqual([{ act: 'pressure-report.read', object_id: id }]);
    const act = { kind: 'answered', words: 'Тексердік, шара қолданылды' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(`/${id}/acts`, act, auditor.cookie)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422, 422]);
    const followed = await send('/lookup', {
      case: receipt.number,
      code: receipt.code.toLowerCase(),
    });
    expect(followed.status).toBe(200);
    expect(await followed.json()).toMatchObject({
      state: 'answered',
      acts: [{ kind: 'answered', words: act.words }],
    });
  });

  it('can be changed or taken away by nobody', async () => {
    for (const statement of [
      `update pressure_reports set kind = 'other'`,
      `delete from pressure_acts`,
      `truncate pressure_acts, pressure_reports`,
    ])
      await expect(portal.dataSource.query(statement)).rejects.toThrow(/never changed or deleted/);
  });

  function send(path: string, body: object, cookie?: string): Promise<Response> {
    return fetch(`${portal.url}/api/v1/pressure-reports${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    });
  }

  function get(path: string, cookie?: string): Promise<Response> {
    const headers: Record<string, string> = cookie ? { cookie } : {};
    return fetch(`${portal.url}/api/v1/pressure-reports${path}`, { headers });
  }
});

async function idOf(portal: TestPortal): Promise<string> {
  const [row] = await portal.dataSource.query(`select id from pressure_reports limit 1`);
  return row.id;
}

/** Every row of every table as text, as a thief with a copy would search it. */
async function everyCell(portal: TestPortal): Promise<string> {
  const tables: { name: string }[] = await portal.dataSource.query(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  let all = '';
  for (const { name } of tables) {
    const [row] = await portal.dataSource.query(
      `select coalesce(string_agg(t::text, ' '), '') as cells from ${name} t`,
    );
    all += row.cells;
  }
  return all;
}
