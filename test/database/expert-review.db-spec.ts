import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import {
  EVALUATION_CRITERIA,
  type EvaluationStage,
} from '#rules/participation/evaluation-criteria.js';
import { PROPOSAL_LIFECYCLE, type ProposalState } from '#rules/participation/proposal-lifecycle.js';
import { AdmitProposal } from '#features/participation/expert-review/admit-proposal.js';
import { AppealRefusal } from '#features/participation/expert-review/appeal-refusal.js';
import { CheckProposal } from '#features/participation/expert-review/check-proposal.js';
import { ConfirmUnansweredRefusals } from '#features/participation/expert-review/confirm-unanswered-refusals.js';
import { DecideAppeal } from '#features/participation/expert-review/decide-appeal.js';
import { EstimateProposal } from '#features/participation/expert-review/estimate-proposal.js';
import { GroupProposal } from '#features/participation/expert-review/group-proposal.js';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { RecordCouncilDecision } from '#features/participation/expert-review/record-council-decision.js';
import { RefuseProposal } from '#features/participation/expert-review/refuse-proposal.js';
import { ReturnProposal } from '#features/participation/expert-review/return-proposal.js';
import {
  aPerson,
  aReviewTown,
  aRoundUnderReview,
  aSubmittedProposal,
  NEIGHBOUR,
  type TestPerson,
} from '#test/support/builders/review-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const reasons = { kk: 'Жер телімі жеке меншікте', ru: 'Участок в частной собственности' };
const draft = { grounds: ['not-common-use'], reasons };

const findings = (stage: EvaluationStage) =>
  EVALUATION_CRITERIA.filter((each) => each.stage === stage).map(({ code }) => ({
    criterion: code,
    isMet: true,
    reason: null,
  }));

const estimate = (tenge: number) => ({
  lines: [{ title: 'Резеңке төсем', amountTiyn: BigInt(tenge) * 100n }],
  opinion: { kk: 'Іске асыруға болады', ru: 'Можно выполнить' },
  findings: findings('technical'),
});

const ownCost = { checkedCostTiyn: null, title: null };

describe('the review of proposals', () => {
  let portal: TestPortal;
  let round: string;
  let daniyar: TestPerson;
  let saule: TestPerson;
  let author: TestPerson;
  let experts: TestPerson[];

  beforeAll(async () => {
    portal = await openTestPortal();
    const { dataSource } = portal;
    await aReviewTown(dataSource);
    round = await aRoundUnderReview(dataSource);
    daniyar = await aPerson(dataSource, { role: 'officer' });
    saule = await aPerson(dataSource, { role: 'officer' });
    author = await aPerson(dataSource);
    experts = [];
    for (let seat = 0; seat < 5; seat += 1)
      experts.push(await aPerson(dataSource, { role: 'expert' }));
  });
  afterAll(() => portal.close());

  const act = <T>(useCase: new (...all: never[]) => T): T =>
    portal.app.get(useCase as never, { strict: false });

  const by = (who: TestPerson, proposalId: string, seenVersion: number | null = null) => ({
    person: who.person,
    proposalId,
    seenVersion,
  });

  const proposal = (wish: Parameters<typeof aSubmittedProposal>[2] = {}, inRound = round) =>
    aSubmittedProposal(portal.dataSource, inRound, { author, ...wish });

  async function row(
    id: string,
  ): Promise<{ state: ProposalState; version: number; [name: string]: unknown }> {
    const [found] = await portal.dataSource.query(`select * from proposals where id = $1`, [id]);
    return found;
  }

  async function refused(): Promise<{ id: string; appeal: string }> {
    const id = await proposal();
    await act(RefuseProposal).run(by(daniyar, id), draft);
    const appeal = await act(AppealRefusal).run(by(author, id), 'Аула ортақ пайдалануда');
    return { id, appeal };
  }

  const votes = (...cast: ('for' | 'against' | 'conflict')[]) =>
    cast.map((vote, seat) => ({
      memberId: experts[seat]!.id,
      vote: vote === 'conflict' ? ('abstained' as const) : vote,
      hasConflict: vote === 'conflict',
    }));

  async function codesOf(work: Promise<unknown>): Promise<unknown> {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DomainError)) throw error ?? new Error('Nothing was refused');
    const faults = error.details['faults'] as { code: string }[] | undefined;
    return faults ? faults.map(({ code }) => code) : `${error.kind} ${error.code}`;
  }

  it('goes from the check over the estimate and the Council to the ballot', async () => {
    const id = await proposal();
    await act(CheckProposal).run(by(daniyar, id, 1), findings('formal'));
    await act(EstimateProposal).run(by(saule, id, 2), estimate(18_500_000));
    const record = { protocolNumber: '№ 4', votes: votes('for', 'for', 'against'), findings: [] };
    await act(RecordCouncilDecision).run(by(experts[0]!, id, 3), record);
    const title = { kk: 'Балалар алаңы', ru: 'Детская площадка' };
    await act(AdmitProposal).run(by(experts[0]!, id, 4), { checkedCostTiyn: null, title });
    expect(await row(id)).toMatchObject({
      state: 'admitted',
      checked_cost_tiyn: '1850000000',
      title_ru: 'Детская площадка',
      version: 5,
    });
    const trail = await portal.dataSource.query(
      `select act, before->>'state' as before, after->>'state' as after, person_id as person
       from audit_entries where object_id = $1 order by id`,
      [id],
    );
    expect(trail).toEqual([
      { act: 'proposal.checked', before: 'submitted', after: 'under-review', person: daniyar.id },
      { act: 'proposal.estimated', before: 'under-review', after: 'estimated', person: saule.id },
      {
        act: 'proposal.decided_in_council',
        before: 'estimated',
        after: 'estimated',
        person: experts[0]!.id,
      },
      { act: 'proposal.admitted', before: 'estimated', after: 'admitted', person: experts[0]!.id },
    ]);
  });

  it('tells the public card what was found, by post and never by name', async () => {
    const id = await proposal();
    await act(CheckProposal).run(by(daniyar, id), findings('formal'));
    await act(EstimateProposal).run(by(saule, id), estimate(70_000_000));
    const card = await act(ProposalReviewReader).getCard(id);
    expect(card.check).toMatchObject({
      passed: true,
      post: { ru: 'Главный специалист отдела экономики' },
    });
    expect(card.check!.at).toBeInstanceOf(Date);
    expect(card.estimate!.costTiyn).toBe(7_000_000_000n);
    expect(
      JSON.stringify(card, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(daniyar.id);
  });

  it('does not admit above the cap, and says every ground at once', async () => {
    const id = await proposal();
    await act(CheckProposal).run(by(daniyar, id), findings('formal'));
    await act(EstimateProposal).run(by(saule, id), estimate(64_875_001));
    const record = { protocolNumber: '5', votes: votes('against', 'against', 'for'), findings: [] };
    await act(RecordCouncilDecision).run(by(saule, id), record);
    expect(await codesOf(act(AdmitProposal).run(by(saule, id), ownCost))).toEqual([
      'admission.council_refused',
      'proposal.cost_over_cap',
    ]);
    expect(await row(id)).toMatchObject({ state: 'estimated', ballot_number: null });
  });

  it('does not refuse what the Council admitted', async () => {
    const id = await proposal();
    const record = { protocolNumber: '5', votes: votes('for', 'for', 'for'), findings: [] };
    await act(RecordCouncilDecision).run(by(saule, id), record);
    expect(await codesOf(act(RefuseProposal).run(by(saule, id), draft))).toEqual([
      'refusal.council_admitted',
    ]);
  });

  it('needs a quorum of the Council without those in conflict', async () => {
    const id = await proposal();
    const decide = (...cast: ('for' | 'against' | 'conflict')[]) =>
      act(RecordCouncilDecision).run(by(saule, id), {
        protocolNumber: '6',
        votes: votes(...cast),
        findings: [],
      });
    expect(await codesOf(decide('for', 'for'))).toEqual(['council.no_quorum']);
    expect(await codesOf(decide('for', 'for', 'conflict'))).toEqual(['council.no_quorum']);
    await decide('for', 'for', 'conflict', 'for');
    const card = await act(ProposalReviewReader).getCard(id);
    expect(card.decision).toMatchObject({
      for: 3,
      conflict: 1,
      members: 5,
      required: 3,
      admitted: true,
    });
  });

  it('takes its quorum from the act of the town where there is one', async () => {
    const id = await proposal();
    await portal.dataSource.query(
      `insert into local_overrides (id, territory_kato, key, value, in_force_from, act, adopted_by)
       values ($1, '970000000', 'participation.council-quorum', '"4/5"', '2026-01-01', '№ 12', $2)`,
      [v7(), saule.id],
    );
    const decide = (...cast: 'for'[]) =>
      act(RecordCouncilDecision).run(by(saule, id), {
        protocolNumber: '7',
        votes: votes(...cast),
        findings: [],
      });
    expect(await codesOf(decide('for', 'for', 'for'))).toEqual(['council.no_quorum']);
    await decide('for', 'for', 'for', 'for');
    await portal.dataSource.query(`delete from local_overrides`);
  });

  it('a failed check keeps the proposal where it is until it is returned', async () => {
    const id = await proposal();
    const failed = findings('formal').map((each) =>
      each.criterion === 'complete-form' ? { ...each, isMet: false, reason: reasons } : each,
    );
    await act(CheckProposal).run(by(daniyar, id), failed);
    expect(await row(id)).toMatchObject({ state: 'submitted', version: 2 });
    expect(await codesOf(act(AdmitProposal).run(by(daniyar, id), ownCost))).toEqual([
      'admission.check_not_passed',
    ]);
    const order = { remarks: [{ field: 'cost', remark: 'Смета жоқ' }], deadline: null };
    await act(ReturnProposal).run(by(daniyar, id), order);
    const returned = await row(id);
    expect(returned.state).toBe('returned');
    expect(returned['correct_by']).not.toBeNull();
    const tooSoon = { remarks: [{ field: 'cost', remark: 'x' }], deadline: '2026-01-01' };
    expect(await codesOf(act(ReturnProposal).run(by(daniyar, id), tooSoon))).toBe(
      'conflict proposal.act_not_possible',
    );
  });

  it('two officers at once never lose an update: one wins, the other is told', async () => {
    for (let pair = 0; pair < 25; pair += 1) {
      const id = await proposal();
      const results = await Promise.allSettled([
        act(CheckProposal).run(by(daniyar, id, 1), findings('formal')),
        act(RefuseProposal).run(by(saule, id, 1), draft),
      ]);
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]!.reason).toMatchObject({ kind: 'stale', details: { version: 2 } });
      expect((await row(id)).version).toBe(2);
    }
  });

  it('draws a number for each of many admissions at once, and each makes a new ballot paper', async () => {
    const own = await aRoundUnderReview(portal.dataSource);
    const ids: string[] = [];
    for (let each = 0; each < 12; each += 1) ids.push(await proposal({}, own));
    await Promise.all(ids.map((id) => act(AdmitProposal).run(by(saule, id), ownCost)));
    const [drawn] = await portal.dataSource.query(
      `select array_agg(ballot_number order by ballot_number) as numbers,
         (select paper_version from rounds where id = $1) as paper
       from proposals where round_id = $1`,
      [own],
    );
    expect(drawn).toEqual({ numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], paper: 13 });
  });

  it('admits nothing once the voting has opened', async () => {
    const open = await aRoundUnderReview(portal.dataSource, { votingFrom: '-1 second' });
    const id = await proposal({}, open);
    expect(await codesOf(act(AdmitProposal).run(by(saule, id), ownCost))).toEqual([
      'admission.voting_open',
    ]);
    expect(await codesOf(act(GroupProposal).run(by(saule, id), 'yard'))).toEqual([
      'admission.voting_open',
    ]);
  });

  it('lets only an officer who did not refuse decide on the remarks', async () => {
    const { id, appeal } = await refused();
    const decision = { decision: 'admitted' as const, reasons, ...ownCost };
    const decide = (who: TestPerson) =>
      act(DecideAppeal).run({ person: who.person, appealId: appeal, seenVersion: null }, decision);
    expect(await codesOf(decide(daniyar))).toBe('forbidden appeal.decided_by_refuser');
    expect(await codesOf(decide(experts[0]!))).toBe('forbidden identity.role_needed');
    expect(await codesOf(act(AdmitProposal).run(by(daniyar, id), ownCost))).toBe(
      'conflict admission.under_appeal',
    );
    expect((await row(id)).state).toBe('appealed');
    await decide(saule);
    expect(await row(id)).toMatchObject({ state: 'admitted', checked_cost_tiyn: '2000000000' });
    expect(await codesOf(decide(saule))).toBe('conflict appeal.already_decided');
  });

  it('is held to it by the database itself', async () => {
    const { appeal } = await refused();
    const decide = (who: TestPerson, refusedBy: string) =>
      portal.dataSource.query(
        `update proposal_appeals set decided_by = $2, refused_by = $3, decided_at = clock_timestamp(),
           upheld = true, reasons_kk = 'x', reasons_ru = 'x' where id = $1`,
        [appeal, who.id, refusedBy],
      );
    await expect(decide(daniyar, daniyar.id)).rejects.toThrow(
      'ck_proposal_appeals_another_officer',
    );
    await expect(decide(daniyar, saule.id)).rejects.toThrow('fk_proposal_appeals_refusal');
  });

  it('an upheld refusal is final and stays readable with its grounds', async () => {
    const { id, appeal } = await refused();
    const upheld = { decision: 'refused' as const, reasons, ...ownCost };
    await act(DecideAppeal).run({ person: saule.person, appealId: appeal, seenVersion: 3 }, upheld);
    const card = await act(ProposalReviewReader).getCard(id);
    expect(card.state).toBe('refused');
    expect(card.refusals[0]).toMatchObject({
      grounds: ['not-common-use'],
      reasons,
      appeal: { decision: { upheld: true } },
    });
    expect(card.refusals[0]!.finalAt).toBeInstanceOf(Date);
  });

  it('makes a refusal final when the time for remarks has passed, not on its last day', async () => {
    const id = await proposal();
    await act(RefuseProposal).run(by(daniyar, id), draft);
    const until = (days: number) =>
      portal.dataSource.query(
        `update proposal_refusals set remarks_until =
           (clock_timestamp() at time zone 'Asia/Almaty')::date + $2::int where proposal_id = $1`,
        [id, days],
      );
    await until(0);
    await act(ConfirmUnansweredRefusals).run();
    expect((await row(id)).state).toBe('provisionally-refused');
    await until(-1);
    expect(await codesOf(act(AppealRefusal).run(by(author, id), 'Кеш'))).toEqual([
      'appeal.too_late',
    ]);
    expect(await act(ConfirmUnansweredRefusals).run()).toBe(1);
    expect((await row(id)).state).toBe('refused');
    expect(await act(ConfirmUnansweredRefusals).run()).toBe(0);
  });

  it('takes one appeal of the author alone', async () => {
    const id = await proposal();
    await act(RefuseProposal).run(by(daniyar, id), draft);
    expect(await codesOf(act(AppealRefusal).run(by(saule, id), 'x'))).toBe(
      'forbidden appeal.not_the_author',
    );
    const both = await Promise.allSettled(
      [1, 2].map(() => act(AppealRefusal).run(by(author, id), 'Келіспеймін')),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('knows no act by a stranger, an author in office, or on a draft', async () => {
    const id = await proposal();
    const stranger = await aPerson(portal.dataSource, { territory: NEIGHBOUR });
    expect(await codesOf(act(RefuseProposal).run(by(stranger, id), draft))).toBe(
      'forbidden identity.role_needed',
    );
    const own = await proposal({ author: daniyar });
    expect(await codesOf(act(CheckProposal).run(by(daniyar, own), findings('formal')))).toBe(
      'forbidden review.own_proposal',
    );
    const unsent = await proposal({ state: 'draft' });
    expect(await codesOf(act(RefuseProposal).run(by(daniyar, unsent), draft))).toBe(
      'not-found proposal.not_found',
    );
  });

  it('refuses without reasons nothing, and names all that is missing', async () => {
    const id = await proposal();
    const empty = { grounds: [], reasons: { kk: '', ru: '' } };
    expect(await codesOf(act(RefuseProposal).run(by(daniyar, id), empty))).toEqual([
      'refusal.no_grounds',
      'refusal.reasons_missing',
    ]);
  });

  it('never deletes or rewrites an act', async () => {
    await refused();
    for (const table of ['formal_checks', 'council_votes', 'proposal_admissions'])
      await expect(portal.dataSource.query(`update ${table} set at = at`)).rejects.toThrow();
    for (const table of ['proposal_refusals', 'proposal_appeals', 'formal_checks'])
      await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow(
        `rows of ${table} are never changed or deleted`,
      );
  });

  it('groups what cannot be built together, and both cards say so', async () => {
    const [one, two] = [await proposal(), await proposal()];
    await act(GroupProposal).run(by(daniyar, one), 'abai-12');
    await act(GroupProposal).run(by(daniyar, two), 'abai-12');
    const other = await row(two);
    const card = await act(ProposalReviewReader).getCard(one);
    expect(card.excludes).toEqual([{ number: other['number'], ballotNumber: null }]);
  });

  it('whatever is tried in whatever sequence, a proposal only goes its way', async () => {
    const acts: Record<string, (id: string) => Promise<unknown>> = {
      check: (id) => act(CheckProposal).run(by(daniyar, id), findings('formal')),
      return: (id) =>
        act(ReturnProposal).run(by(daniyar, id), {
          remarks: [{ field: 'idea', remark: 'Толықтыру керек' }],
          deadline: null,
        }),
      estimate: (id) => act(EstimateProposal).run(by(daniyar, id), estimate(1_000)),
      admit: (id) => act(AdmitProposal).run(by(daniyar, id), ownCost),
      refuse: (id) => act(RefuseProposal).run(by(daniyar, id), draft),
      appeal: (id) => act(AppealRefusal).run(by(author, id), 'Келіспеймін'),
      uphold: (id) => decideLast(id, 'refused'),
      overturn: (id) => decideLast(id, 'admitted'),
      confirm: () => act(ConfirmUnansweredRefusals).run(),
    };
    const decideLast = async (id: string, decision: 'admitted' | 'refused') => {
      const [last] = await portal.dataSource.query(
        `select id from proposal_appeals where proposal_id = $1 order by filed_at desc limit 1`,
        [id],
      );
      const request = { person: saule.person, appealId: last?.id ?? v7(), seenVersion: null };
      return act(DecideAppeal).run(request, { decision, reasons, ...ownCost });
    };
    const walk = fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(walk, async (names) => {
        const id = await proposal();
        for (const name of names) {
          const before = await row(id);
          const done = await acts[name]!(id).then(
            () => true,
            (error: unknown) => {
              if (!(error instanceof DomainError)) throw error;
              return false;
            },
          );
          const after = await row(id);
          const allowed: ProposalState[] = Object.values(PROPOSAL_LIFECYCLE[before.state]);
          if (after.state !== before.state) expect(allowed).toContain(after.state);
          if (!done) expect(after).toEqual(before);
        }
      }),
      { numRuns: 25 },
    );
  });
});
