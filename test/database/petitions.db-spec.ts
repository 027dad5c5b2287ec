import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AnnounceDiscussion } from '#features/petitions/answers/announce-discussion.js';
import { AnswerPetition, type AnswerFields } from '#features/petitions/answers/answer-petition.js';
import { DraftPetition } from '#features/petitions/petitions/draft-petition.js';
import { EditPetition } from '#features/petitions/petitions/edit-petition.js';
import { EndJoining } from '#features/petitions/petitions/end-joining.js';
import { FollowPetition } from '#features/petitions/petitions/follow-petition.js';
import { NotePortalCount } from '#features/petitions/petitions/note-portal-count.js';
import { OpenPetition } from '#features/petitions/petitions/open-petition.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { RefusePetition } from '#features/petitions/petitions/refuse-petition.js';
import { SubmitPetition } from '#features/petitions/petitions/submit-petition.js';
import { WithdrawPetition } from '#features/petitions/petitions/withdraw-petition.js';
import { sendPetitionsThatReachedTheirThreshold } from '#apps/worker/petitions/send-petitions-that-reached-their-threshold.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import {
  aPerson,
  aPetitionTown,
  DISTRICT,
  NEIGHBOUR,
  OKRUG,
  PETITION_TEXTS,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const REASONS = { kk: 'Себебі осындай.', ru: 'Причина такова.' };
const code = (expected: string) => expect.objectContaining({ code: expected });
const ADDRESSEE = { body: 'akim-office', territory: OKRUG } as const;

describe('petitions', () => {
  let portal: TestPortal;
  let deputy: PetitionPerson;
  let officer: PetitionPerson;
  let akim: PetitionPerson;
  let petitions: PetitionReader;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    deputy = await aPerson(portal.dataSource, { role: 'deputy' });
    officer = await aPerson(portal.dataSource, { role: 'officer' });
    akim = await aPerson(portal.dataSource, { role: 'akim', office: OKRUG });
    petitions = portal.app.get(PetitionReader, { strict: false });
    sendPetitionsThatReachedTheirThreshold(portal.app);
  });
  afterAll(() => portal.close());

  function use<T>(useCase: new (...parts: never[]) => T): T {
    return portal.app.get(useCase, { strict: false });
  }

  async function aDraft(by = deputy): Promise<string> {
    return use(DraftPetition).run(by.person, { ...PETITION_TEXTS, addressee: ADDRESSEE });
  }

  async function aSubmitted(): Promise<string> {
    const id = await aDraft();
    await use(SubmitPetition).run(deputy.person, { id, version: null });
    return id;
  }

  async function anOpen(): Promise<string> {
    const id = await aSubmitted();
    await use(OpenPetition).run(officer.person, { id, version: null });
    return id;
  }

  async function aReached(): Promise<string> {
    const id = await anOpen();
    await portal.dataSource.query(
      `update petition_tallies set valid = 192, last_number = 192, reached_at = clock_timestamp()
       where petition_id = $1`,
      [id],
    );
    await portal.dataSource.query(
      `insert into outbox_messages (topic, payload)
       values ('petition.threshold_reached', jsonb_build_object('petition', $1::text))`,
      [id],
    );
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
    return id;
  }

  const stateOf = async (id: string) => (await petitions.find(id))?.state;

  it('show a draft the threshold of today with its figure', async () => {
    const row = await petitions.find(await aDraft());
    expect(row).toMatchObject({
      state: 'draft',
      threshold: { required: 192, share: '1/20', population: 3_821, populationOn: '2021-09-01' },
    });
  });

  it('are begun by a deputy of the territory alone', async () => {
    const stranger = await aPerson(portal.dataSource, { role: 'deputy', office: NEIGHBOUR });
    await expect(aDraft(stranger)).rejects.toThrow(code('petition.invalid'));
    const body = { body: 'maslikhat', territory: OKRUG } as const;
    const draft = use(DraftPetition).run(deputy.person, { addressee: body });
    await expect(draft).rejects.toMatchObject({
      details: { faults: [expect.objectContaining({ code: 'petition.body_not_there' })] },
    });
  });

  it('are edited as long as nobody has checked them, by nobody else', async () => {
    const id = await aDraft();
    const fields = { title: { kk: 'Су', ru: 'Вода' } };
    await use(EditPetition).run(deputy.person, { id, fields, version: 1 });
    const stale = use(EditPetition).run(deputy.person, { id, fields, version: 1 });
    await expect(stale).rejects.toThrow(code('platform.stale'));
    const other = use(EditPetition).run(officer.person, { id, fields, version: null });
    await expect(other).rejects.toThrow(code('petition.not_found'));
    await use(SubmitPetition).run(deputy.person, { id, version: 2 });
    const late = use(EditPetition).run(deputy.person, { id, fields, version: null });
    await expect(late).rejects.toThrow(code('petition.not_editable'));
  });

  it('are not submitted while a language is missing', async () => {
    const id = await use(DraftPetition).run(deputy.person, { addressee: ADDRESSEE });
    const submission = use(SubmitPetition).run(deputy.person, { id, version: null });
    await expect(submission).rejects.toMatchObject({
      code: 'petition.incomplete',
      details: {
        faults: ['title', 'text', 'arguments', 'proposals'].map((field) =>
          expect.objectContaining({ code: 'petition.text_missing', field }),
        ),
      },
    });
  });

  it('freeze the threshold at the opening, whatever is counted later', async () => {
    const id = await anOpen();
    await portal.dataSource.query(`update territories set population = 10 where kato = $1`, [
      OKRUG,
    ]);
    expect(await petitions.find(id)).toMatchObject({
      state: 'open',
      required: 192,
      threshold: { required: 192, population: 3_821 },
    });
    await portal.dataSource.query(`update territories set population = 3821 where kato = $1`, [
      OKRUG,
    ]);
  });

  it('follow a local act on the age of signers from the opening on', async () => {
    const before = await anOpen();
    await portal.dataSource.query(
      `insert into local_overrides (id, territory_kato, key, value, in_force_from, act, adopted_by)
       values (gen_random_uuid(), $1, 'petition.signer-age', '16', '2020-01-01', 'Act No 1', $2)`,
      [OKRUG, officer.id],
    );
    const after = await anOpen();
    const ages = [await petitions.find(before), await petitions.find(after)];
    expect(ages.map((row) => row?.minimumAge)).toEqual([18, 16]);
  });

  it('are opened neither by their deputy nor by an officer from elsewhere', async () => {
    const id = await aSubmitted();
    const both = { ...deputy.person, roles: [...deputy.person.roles, ...officer.person.roles] };
    const own = use(OpenPetition).run(both, { id, version: null });
    await expect(own).rejects.toThrow(code('petition.own_petition'));
    const other = await aPerson(portal.dataSource, { role: 'officer', office: NEIGHBOUR });
    const foreign = use(OpenPetition).run(other.person, { id, version: null });
    await expect(foreign).rejects.toThrow(code('identity.role_needed'));
  });

  it('are refused in public on a ground of the closed list', async () => {
    const id = await aSubmitted();
    const refuse = (ground: string, subject: string | null) =>
      use(RefusePetition).run(
        officer.person,
        { id, version: null },
        { ground, subject, earlierPetition: null, reasons: REASONS },
      );
    await expect(refuse('excluded-subject', 'amnesty-and-pardon')).rejects.toThrow(
      code('petition-refusal.invalid'),
    );
    await refuse('excluded-subject', 'state-symbols');
    const row = await petitions.getFor(undefined, id);
    expect(row).toMatchObject({
      state: 'refused',
      refusal: { ground: 'excluded-subject', subject: 'state-symbols', reasons: REASONS },
    });
  });

  it('bar another one on the same subject while they are open', async () => {
    const [first, second] = [await anOpen(), await aSubmitted()];
    const refusal = { ground: 'same-subject', subject: null, reasons: REASONS };
    const refuse = (earlierPetition: string) =>
      use(RefusePetition).run(
        officer.person,
        { id: second, version: null },
        { ...refusal, earlierPetition },
      );
    await expect(refuse(second)).rejects.toThrow(code('petition-refusal.invalid'));
    await refuse((await petitions.find(first))!.number!);
    expect((await petitions.find(second))?.refusal?.earlierNumber).toMatch(/^\d{4}-\d{4}$/);
  });

  it('are withdrawn until the opening', async () => {
    const id = await aSubmitted();
    await use(WithdrawPetition).run(deputy.person, { id, version: null }, 'Басқа жол табылды');
    expect(await stateOf(id)).toBe('withdrawn');
    await expect(petitions.getFor(undefined, id)).rejects.toThrow(code('petition.not_found'));
    const opened = await anOpen();
    const late = use(WithdrawPetition).run(deputy.person, { id: opened, version: null }, '');
    await expect(late).rejects.toThrow(code('petition.act_not_possible'));
  });

  it('are forwarded as a proposal when the window ends below the threshold', async () => {
    const id = await anOpen();
    await portal.dataSource.query(
      `update petitions set opened_at = opened_at - interval '1 year',
         closes_at = clock_timestamp() - interval '1 second' where id = $1`,
      [id],
    );
    const [first, second] = await Promise.all([use(EndJoining).run(), use(EndJoining).run()]);
    expect([first + second, await stateOf(id)]).toEqual([1, 'forwarded']);
  });

  it('get their terms when the threshold is reached, and keep them', async () => {
    const id = await aReached();
    const row = await petitions.find(id);
    expect(row).toMatchObject({ state: 'awaiting-answer' });
    expect(row!.noticeBy! < row!.answerBy!).toBe(true);
  });

  it('are answered by the head of the addressed body alone, once', async () => {
    const id = await aReached();
    const answer = (person: PetitionPerson, change: Partial<AnswerFields> = {}) =>
      use(AnswerPetition).run(person.person, id, { ...ANSWER, ...change });
    for (const wish of [
      { role: 'officer' },
      { role: 'akim', office: DISTRICT },
      { role: 'akim', office: NEIGHBOUR },
      { role: 'maslikhat-secretary' },
    ] as const) {
      const person = await aPerson(portal.dataSource, wish);
      await expect(answer(person)).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(answer(akim, { decision: 'maybe' })).rejects.toThrow(
      code('petition-answer.invalid'),
    );
    await answer(akim);
    expect(await petitions.find(id)).toMatchObject({ state: 'answered', decision: 'partly' });
    await expect(answer(akim)).rejects.toThrow(code('petition-answer.not_awaited'));
  });

  it('are discussed in public with three working days of notice', async () => {
    const id = await aReached();
    const announce = (heldOn: string) =>
      use(AnnounceDiscussion).run(akim.person, id, { heldOn, place: REASONS, draft: REASONS });
    const [{ today }] = await portal.dataSource.query(
      `select (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today`,
    );
    await expect(announce(today)).rejects.toThrow(code('petition-answer.invalid_discussion'));
    await announce('2099-01-01');
    await expect(announce('2099-01-02')).rejects.toThrow(
      code('petition-answer.discussion_announced_already'),
    );
  });

  it('of the state portal are followed by the law of their own day', async () => {
    const id = await use(FollowPetition).run(officer.person, {
      addressee: { body: 'akimat', territory: DISTRICT },
      texts: PETITION_TEXTS,
      portalUrl: 'https://epetition.kz/1',
      openedOn: '2024-05-01',
    });
    const row = await petitions.find(id);
    expect(row).toMatchObject({
      kind: 'statutory',
      rulesOn: '2024-05-01',
      lastDay: '2024-11-01',
      required: 2_500,
    });
    const note = (signatures: number) =>
      use(NotePortalCount).run(officer.person, { id, signatures, seenOn: '2024-06-01' });
    await note(2_499);
    expect(await petitions.find(id)).toMatchObject({ count: 2_499, reachedAt: null });
    await note(2_500);
    await note(2_600);
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
    expect(await petitions.find(id)).toMatchObject({ count: 2_600, state: 'awaiting-answer' });
  });

  it('leave a line in the audit trail for every act in office', async () => {
    const id = await aReached();
    await use(AnswerPetition).run(akim.person, id, ANSWER);
    const entries: { act: string }[] = await portal.dataSource.query(
      `select act from audit_entries where object_kind = 'petition' and object_id = $1 order by id`,
      [id],
    );
    expect(entries.map(({ act }) => act)).toEqual(['petition.opened', 'petition.answered']);
  });

  it('are listed by what waits longest, in parts', async () => {
    const question = { states: ['awaiting-answer'], sequence: 'waiting-longest' } as const;
    await aReached();
    await aReached();
    const all = await petitions.list({ ...question, limit: 50 });
    const times = all.map(({ reachedAt }) => reachedAt!.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const [first] = await petitions.list({ ...question, limit: 1 });
    const rest = await petitions.list({ ...question, limit: 50, after: first!.id });
    expect([first, ...rest].map((row) => row!.id)).toEqual(all.map(({ id }) => id));
  });
});

const ANSWER: AnswerFields = {
  decision: 'partly',
  reasons: REASONS,
  appeal: { kk: '', ru: '' },
  decidedOn: null,
  workingGroup: [],
  visitedOn: null,
  noVisitBecause: null,
  documents: [],
  enclosures: [],
};
