import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { ConfirmExtension } from '#features/participation/rounds/confirm-extension.js';
import { ChangeRound } from '#features/participation/rounds/change-round.js';
import { FreezeRound } from '#features/participation/rounds/freeze-round.js';
import { ProposeExtension } from '#features/participation/rounds/propose-extension.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { RoundRepository } from '#features/participation/rounds/round.repository.js';
import { SetUpRound } from '#features/participation/rounds/set-up-round.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { tenge } from '#rules/kernel/money.js';
import { aDemoOblast, calendarAround, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const VOTING_NOW = [-400, -300, -200, -100, 3600, 7200] as const;
const INTAKE_NOW = [-100, 3600, 3700, 3800, 7000, 7200] as const;

describe('a round in the database', () => {
  let portal: TestPortal;
  let gulnar: SignedIn;
  let erlan: SignedIn;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    const [first, second] = holdersOf('officer', DEMO.district);
    gulnar = await officer(first!.iin);
    erlan = await officer(second!.iin);
  });
  afterAll(() => portal.close());

  const use = <T>(type: new (...parts: never[]) => T): T =>
    portal.app.get(type as never, { strict: false });

  async function officer(iin: string): Promise<SignedIn> {
    const pseudonym = use(Pseudonyms as never as new () => Pseudonyms).of(iin);
    const [row] = (await portal.dataSource.query(
      `select r.id, h.territory_kato as territory, t.path from residents r
       join role_holdings h on h.resident_id = r.id join territories t on t.kato = h.territory_kato
       where r.pseudonym = $1`,
      [pseudonym],
    )) as { id: string; territory: string; path: string[] }[];
    const held = { role: 'officer', territory: row!.territory, territoryPath: row!.path };
    return { personId: row!.id, name: 'x', territory: row!.territory, roles: [held] };
  }

  function setUp(seconds: Parameters<typeof calendarAround>[0]): Promise<string> {
    return use(SetUpRound).run(gulnar, {
      territory: DEMO.qarasu,
      year: 2027,
      title: { kk: 'Сынақ', ru: 'Проба' },
      pots: [{ territory: DEMO.qarasu, amountTiyn: tenge(1_000_000) }],
      calendar: calendarAround(seconds),
    });
  }

  const extension = (hours: number) => ({
    votingUntil: new Date(Date.now() + hours * 3_600_000).toISOString(),
    reason: { kk: 'Су тасқыны', ru: 'Паводок' },
  });

  async function refusalOf(act: Promise<unknown>): Promise<DomainError> {
    return act.then(
      () => Promise.reject(new Error('It was not refused')),
      (error: unknown) => error as DomainError,
    );
  }

  async function votingUntil(id: string): Promise<Date> {
    return (await use(RoundReader).getPublic(id)).calendar.votingUntil;
  }

  it('keeps the phases in sequence by a constraint', async () => {
    const id = await setUp(INTAKE_NOW);
    const broken = portal.dataSource.query(
      `update rounds set voting_until = voting_from where id = $1`,
      [id],
    );
    await expect(broken).rejects.toThrow('ck_rounds_phase_order');
  });

  it('refuses an extension confirmed by the one who proposed it, in code and in the database', async () => {
    const id = await setUp(VOTING_NOW);
    const before = await votingUntil(id);
    const proposed = await use(ProposeExtension).run(gulnar, id, extension(1.5));
    const refusal = await refusalOf(use(ConfirmExtension).run(gulnar, proposed));
    expect(refusal.details['faults']).toEqual([{ code: 'extension.same_person' }]);
    expect(await votingUntil(id)).toEqual(before);
    const forged = portal.dataSource.query(
      `update round_extensions set confirmed_by = proposed_by where id = $1`,
      [proposed],
    );
    await expect(forged).rejects.toThrow('ck_round_extensions_two_people');
  });

  it('extends the voting when a second officer confirms, and changes nothing else', async () => {
    const id = await setUp(VOTING_NOW);
    const before = await use(RoundReader).getPublic(id);
    const wanted = extension(1.5);
    await use(ConfirmExtension).run(erlan, await use(ProposeExtension).run(gulnar, id, wanted));
    const after = await use(RoundReader).getPublic(id);
    expect(after.calendar.votingUntil).toEqual(new Date(wanted.votingUntil));
    const { now: _now, calendar: was, ...restBefore } = before;
    const { now: _later, calendar: is, ...restAfter } = after;
    expect(restAfter).toEqual(restBefore);
    expect({ ...is, votingUntil: was.votingUntil }).toEqual(was);
  });

  it('lets one of two rival extensions win, and leaves both acts on record', async () => {
    const id = await setUp(VOTING_NOW);
    const rivals = [
      await use(ProposeExtension).run(gulnar, id, extension(1.2)),
      await use(ProposeExtension).run(gulnar, id, extension(1.7)),
    ];
    const outcomes = await Promise.allSettled(
      rivals.map((rival) => use(ConfirmExtension).run(erlan, rival)),
    );
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.map((error: DomainError) => error.code)).toEqual(['extension.outdated']);
    const acts: { act: string }[] = await portal.dataSource.query(
      `select act from audit_entries where object_id = $1 order by id`,
      [id],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'round.set_up',
      'round.extension_proposed',
      'round.extension_proposed',
      'round.extension_confirmed',
    ]);
  });

  it.each([
    ['before the voting opens', INTAKE_NOW, extension(1.5), 'extension.voting_not_open'],
    ['backwards', VOTING_NOW, extension(0.5), 'extension.not_forward'],
    ['beyond the decision', VOTING_NOW, extension(3), 'extension.after_decision_day'],
    [
      'without a reason',
      VOTING_NOW,
      { ...extension(1.5), reason: { kk: 'Су', ru: ' ' } },
      'extension.reason_missing',
    ],
  ])('refuses an extension %s', async (_when, seconds, wanted, code) => {
    const id = await setUp(seconds);
    const refusal = await refusalOf(use(ProposeExtension).run(gulnar, id, wanted));
    const faults = refusal.details['faults'] as { code: string }[];
    expect(faults.map((fault) => fault.code)).toContain(code);
  });

  it.each([
    [{ minimumVotes: 1 }],
    [{ costCapTiyn: tenge(1) }],
    [{ ballot: { kind: 'knapsack' } as const }],
    [{ pots: [{ territory: DEMO.qarasu, amountTiyn: tenge(2) }] }],
    [{ calendar: { votingUntil: new Date(Date.now() + 5_000_000).toISOString() } }],
    [{ replacingAllowed: false }],
    [{ title: { kk: 'Басқа', ru: 'Другой' } }],
  ])('lets nothing change once the voting is open: %j', async (change) => {
    const id = await setUp(VOTING_NOW);
    const act = use(ChangeRound).run(gulnar, { id, version: 1 }, change);
    expect((await refusalOf(act)).code).toBe('round.voting_opened');
  });

  it('lets nothing change once the terms are frozen', async () => {
    const id = await setUp(INTAKE_NOW);
    await use(FreezeRound).run(gulnar, id);
    const act = use(ChangeRound).run(gulnar, { id, version: 2 }, { minimumVotes: 5 });
    expect((await refusalOf(act)).code).toBe('round.frozen');
  });

  it('never loses an update: of two officers who saw one version, one is refused', async () => {
    const id = await setUp(INTAKE_NOW);
    const outcomes = await Promise.allSettled([
      use(ChangeRound).run(gulnar, { id, version: 1 }, { minimumVotes: 5 }),
      use(ChangeRound).run(erlan, { id, version: 1 }, { minimumVotes: 6 }),
    ]);
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await use(RoundReader).getPublic(id)).version).toBe(2);
  });

  it('refuses to move what has passed or into the past', async () => {
    const id = await setUp(INTAKE_NOW);
    const moved = { intakeFrom: new Date(Date.now() - 5_000_000).toISOString() };
    const act = use(ChangeRound).run(gulnar, { id, version: 1 }, { calendar: moved });
    expect((await refusalOf(act)).details['faults']).toEqual([
      { code: 'round.date_passed', field: 'intakeFrom' },
    ]);
  });

  it('waits with closing until what is being added under the round is in', async () => {
    const id = await setUp(INTAKE_NOW);
    const unitOfWork = use(UnitOfWork);
    const order: string[] = [];
    const adding = unitOfWork.run(async (tx) => {
      await tx.of(RoundRepository).getForAdding(id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('added');
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await unitOfWork.run(async (tx) => {
      await tx.of(RoundRepository).getForClosing(id);
      order.push('closing');
    });
    await adding;
    expect(order).toEqual(['added', 'closing']);
  });

  it('knows no round by a strange id', async () => {
    expect(await use(RoundReader).findPublic('x')).toBeNull();
    expect(await use(RoundReader).findPublic(v7())).toBeNull();
  });
});
