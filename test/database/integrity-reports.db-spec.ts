import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { WriteIntegrityReport } from '#features/proof/integrity/write-integrity-report.js';
import { RoundFiguresReader } from '#features/proof/integrity/round-figures.reader.js';
import { aCountedTown, aRoundToCount, VILLAGES } from '../support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '../support/test-portal.js';

interface Answer {
  readonly report: {
    readonly findings: readonly Record<string, unknown>[];
    readonly figures: { readonly ballots: number; readonly places: readonly object[] };
  } | null;
  readonly thresholds: { readonly nightPercent: number };
}

describe('an integrity report', () => {
  let portal: TestPortal;
  let round: string;

  beforeEach(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    ({ id: round } = await aRoundToCount(portal.dataSource, {
      votingUntil: '-1 second',
      projects: [{ costTenge: 10 }],
    }));
  });
  afterEach(() => portal.close());

  it('tells its thresholds before the close, and nothing else', async () => {
    await cast({ people: 30, at: '12:00', bornOn: '1980-01-01' });
    expect(await ask()).toMatchObject({ report: null, thresholds: { nightPercent: 15 } });
    expect(await waiting()).toEqual([]);
  });

  it('names ballots in bursts, at night, of one year and above the adults of a place', async () => {
    for (const minute of ['12:00', '12:01', '12:02', '12:03', '12:04'])
      await cast({ people: 1, at: minute, bornOn: '1980-01-01' });
    await cast({ people: 40, at: '02:30', bornOn: '2000-06-01' });
    await cast({ people: 100, at: '13:00', bornOn: '1980-01-01' });
    await addToRoll(1_000, '1970-01-01');
    await portal.dataSource.query(`update territories set population = 100 where kato = $1`, [
      VILLAGES[0],
    ]);
    const { report } = await closeAndReport();
    expect(report!.findings).toEqual([
      { signal: 'ballots-above-adults', where: VILLAGES[0], measured: 145, threshold: 100 },
      { signal: 'burst', measured: 100, threshold: 30 },
      { signal: 'night', measured: 28, threshold: 15 },
      { signal: 'age-cluster', where: '1980', measured: 105, threshold: 30 },
      { signal: 'age-cluster', where: '2000', measured: 40, threshold: 30 },
    ]);
    expect(report!.figures).toMatchObject({ ballots: 145, busiestMinute: 100, nightPercent: 28 });
  });

  it('shows no cell under ten', async () => {
    await cast({ people: 9, at: '12:00', bornOn: '1980-01-01' });
    const { report } = await closeAndReport();
    expect(report!.figures).toEqual({
      ballots: 9,
      busiestMinute: null,
      nightPercent: null,
      places: [],
    });
  });

  it('is written once and changed by nobody', async () => {
    await closeAndReport();
    await cast({ people: 12, at: '12:00', bornOn: '1980-01-01' });
    await writing().run(round);
    expect((await ask()).report!.figures.ballots).toBe(0);
    expect(await waiting()).toEqual([]);
    await expect(
      portal.dataSource.query(`update integrity_reports set findings = '[]'`),
    ).rejects.toThrow(/never changed or deleted/);
  });

  it.each(['kk', 'ru', 'en'])('is a page in %s before and after the close', async (lang) => {
    const page = `${portal.url}/${lang}/rounds/${round}/integrity`;
    expect((await fetch(page)).status).toBe(200);
    await cast({ people: 40, at: '02:30', bornOn: '2000-06-01' });
    await closeAndReport();
    const html = await (await fetch(page)).text();
    expect(html).toContain('<h1');
    expect(html).not.toContain('integrity.');
  });

  function writing(): WriteIntegrityReport {
    return portal.app.get(WriteIntegrityReport, { strict: false });
  }

  function waiting(): Promise<string[]> {
    return portal.app.get(RoundFiguresReader, { strict: false }).listClosedWithoutReport();
  }

  async function closeAndReport(): Promise<Answer> {
    await portal.dataSource.query(`update rounds set closed_at = voting_until where id = $1`, [
      round,
    ]);
    expect(await waiting()).toEqual([round]);
    await writing().run(round);
    return ask();
  }

  async function ask(): Promise<Answer> {
    return (await (await fetch(`${portal.url}/api/v1/rounds/${round}/integrity`)).json()) as Answer;
  }

  /** People of the first village vote within one minute of a day by the clock of the place. */
  async function cast(wish: { people: number; at: string; bornOn: string }): Promise<void> {
    const ids = await addToRoll(wish.people, wish.bornOn);
    await portal.dataSource.query(
      `insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce, cast_at, territory_kato)
       select $1, id, '{1}', gen_random_uuid()::text, '', '', '', ('2026-11-01 ' || $3)::timestamp at time zone 'Asia/Almaty', $4
       from unnest($2::uuid[]) id`,
      [round, ids, wish.at, VILLAGES[0]],
    );
  }

  async function addToRoll(people: number, bornOn: string): Promise<string[]> {
    const ids = Array.from({ length: people }, () => v7());
    await portal.dataSource.query(
      `insert into residents (id, pseudonym, born_on, territory_kato, registered_from)
       select id, sha256(convert_to(id::text, 'UTF8')), $2, $3, '2020-01-01'
       from unnest($1::uuid[]) id`,
      [ids, bornOn, VILLAGES[0]],
    );
    return ids;
  }
});
