import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sendMessages } from '#apps/worker/messages/send-messages.js';
import { tellPeopleOfNews } from '#apps/worker/messages/tell-people-of-news.js';
import { DeadLetterReader } from '#features/outreach/dead-letters/dead-letter.reader.js';
import { RequeueDeadLetters } from '#features/outreach/dead-letters/requeue-dead-letters.js';
import type { HeldRole } from '#platform/identity/signed-in.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { aContact } from '../support/builders/contacts.js';
import { anOpenPetition } from '../support/builders/open-petition.js';
import { aPerson, aPetitionTown, DISTRICT, OKRUG } from '../support/builders/petition-town.js';
import { PostOffice } from '../support/post-office.js';
import { openTestPortal, type TestPortal } from '../support/test-portal.js';

jest.setTimeout(240_000);

const SIGNED = { kinds: ['signed-petitions'] };

describe('messages', () => {
  let office: PostOffice;
  let portal: TestPortal;
  let petition: string;
  let deputy: string;

  beforeAll(async () => {
    office = await PostOffice.open();
    portal = await openTestPortal({ env: office.env });
    await aPetitionTown(portal.dataSource);
    deputy = (await aPerson(portal.dataSource, { role: 'deputy' })).id;
    tellPeopleOfNews(portal.app);
  });
  afterAll(async () => {
    await portal.close();
    await office.close();
  });
  beforeEach(async () => {
    for (const table of ['outgoing_messages', 'notice_choices', 'contacts'])
      await query(`delete from ${table}`);
    office.mood = 'well';
    office.mail.letters.length = 0;
    office.sms.texts.length = 0;
    petition = await anOpenPetition(portal.dataSource, deputy);
  });

  const query = (statement: string, parameters: unknown[] = []) =>
    portal.dataSource.query(statement, parameters);

  async function aSigner(): Promise<string> {
    const { id } = await aPerson(portal.dataSource);
    await query(SIGN, [petition, id, OKRUG]);
    return id;
  }

  async function happens(topic: string, payload: object): Promise<void> {
    await query(`insert into outbox_messages (topic, payload) values ($1, $2)`, [topic, payload]);
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
  }
  const answered = () => happens('petition.answered', { petition });

  async function send(): Promise<void> {
    for (const job of sendMessages(portal.app)) await job.run();
  }
  const hurry = () => query(`update outgoing_messages set next_attempt_at = clock_timestamp()`);

  it('go to those who asked for them, by the way and in the language they chose', async () => {
    const [one, both, silent] = [await aSigner(), await aSigner(), await aSigner()];
    await aContact(portal.dataSource, one, { way: 'mail', address: 'one@a.kz', ...SIGNED });
    await aContact(portal.dataSource, both, {
      way: 'mail',
      address: 'b@a.kz',
      language: 'ru',
      ...SIGNED,
    });
    await aContact(portal.dataSource, both, { way: 'sms', address: '+77014829317', ...SIGNED });
    await aContact(portal.dataSource, silent, { way: 'mail', address: 'silent@a.kz' });
    const { id: passerBy } = await aPerson(portal.dataSource);
    await aContact(portal.dataSource, passerBy, { way: 'mail', address: 'other@a.kz', ...SIGNED });
    await answered();
    await send();
    expect(office.mail.letters.map(({ to }) => to).toSorted()).toEqual(['b@a.kz', 'one@a.kz']);
    expect(office.sms.texts).toEqual([
      { id: expect.any(String), to: '+77014829317', text: expect.stringContaining('Су құбыры') },
    ]);
    const russian = office.mail.letters.find(({ to }) => to === 'b@a.kz')!.source;
    expect(decoded(russian)).toContain('На петицию ответили: Водопровод');
    expect(decoded(russian)).toMatch(/https?:\/\/[^/\s]+\/ru\/petitions\/2026-\d+\/answer/);
  });

  it('tell of one event once, however often it is told', async () => {
    const signer = await aSigner();
    await aContact(portal.dataSource, signer, { way: 'mail', address: 'one@a.kz', ...SIGNED });
    await answered();
    await answered();
    await send();
    await send();
    expect(office.mail.letters).toHaveLength(1);
  });

  it('are dropped where the address is gone or the notice is not wanted any more', async () => {
    const [gone, refusing] = [await aSigner(), await aSigner()];
    for (const id of [gone, refusing])
      await aContact(portal.dataSource, id, { way: 'mail', address: 'one@a.kz', ...SIGNED });
    await answered();
    await query(`delete from contacts where resident_id = $1`, [gone]);
    await query(`update notice_choices set wanted = false where resident_id = $1`, [refusing]);
    await send();
    expect(office.mail.letters).toEqual([]);
    expect(await query(`select dropped_at is not null as dropped from outgoing_messages`)).toEqual([
      { dropped: true },
      { dropped: true },
    ]);
  });

  it('keep one line of a title in the heading, and none of its HTML in the letter', async () => {
    await query(`update petitions set title_kk = $2 where id = $1`, [
      petition,
      'Су\r\nBcc: thief@example.kz\r\n\r\n<script>alert(1)</script>',
    ]);
    const signer = await aSigner();
    await aContact(portal.dataSource, signer, { way: 'mail', address: 'one@a.kz', ...SIGNED });
    await answered();
    await send();
    const [letter] = office.mail.letters;
    const headers = letter!.source.slice(0, letter!.source.indexOf('\r\n\r\n'));
    expect(headers).not.toMatch(/^bcc:/im);
    expect(headers.match(/^subject:/gim)).toHaveLength(1);
    expect(decoded(letter!.source)).toContain('&lt;script&gt;alert(1)');
    expect(partOf(letter!.source, 'text/html')).not.toContain('<script>');
  });

  it('that are refused end as dead letters after eight attempts, and name nobody', async () => {
    const [signer, other] = [await aSigner(), await aSigner()];
    await aContact(portal.dataSource, signer, { way: 'mail', address: 'no@a.kz', ...SIGNED });
    await aContact(portal.dataSource, other, { way: 'mail', address: 'yes@a.kz', ...SIGNED });
    office.mail.refused.add('no@a.kz');
    await answered();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await send();
      await hurry();
    }
    expect(office.mail.letters.map(({ to }) => to)).toEqual(['yes@a.kz']);
    expect(
      await query(`select attempts, last_failure from outgoing_messages where dead_at is not null`),
    ).toEqual([{ attempts: 8, last_failure: 'EENVELOPE 550' }]);
  });

  it('that died go out again when the administrator of the whole says so, with a reason', async () => {
    const signer = await aSigner();
    await aContact(portal.dataSource, signer, { way: 'mail', address: 'one@a.kz', ...SIGNED });
    await answered();
    await query(
      `update outgoing_messages set attempts = 8, dead_at = clock_timestamp(), last_failure = 'x'`,
    );
    await send();
    const [letter] = await new DeadLetterReader(portal.dataSource).list(10);
    expect(letter).toMatchObject({ what: 'mail signed-petitions', attempts: 8, failure: 'x' });
    const { id } = await aPerson(portal.dataSource);
    const whole = { role: 'administrator', territory: DISTRICT, territoryPath: [DISTRICT] };
    const part = { role: 'administrator', territory: OKRUG, territoryPath: [DISTRICT, OKRUG] };
    const requeue = (role: HeldRole, reason: string) =>
      new RequeueDeadLetters(new UnitOfWork(portal.dataSource)).run(
        { personId: id, name: '', territory: null, roles: [role] },
        { ids: [letter!.id], reason },
      );
    await expect(requeue(part, 'The server is well again')).rejects.toMatchObject({
      code: 'identity.role_needed',
    });
    await expect(requeue(whole, 'again')).rejects.toMatchObject({ code: 'switch.invalid' });
    expect(await requeue(whole, 'The server is well again')).toBe(1);
    await send();
    expect(office.mail.letters).toHaveLength(1);
    expect(
      await query(`select after from audit_entries where act = 'portal.dead_letters_requeued'`),
    ).toEqual([{ after: { count: 1, reason: 'The server is well again' } }]);
  });

  it('bring the same id with every attempt, when their sender died before it could mark them', async () => {
    const signer = await aSigner();
    await aContact(portal.dataSource, signer, { way: 'mail', address: 'one@a.kz', ...SIGNED });
    await answered();
    await send();
    await query(
      `update outgoing_messages set sent_at = null, lease = gen_random_uuid(),
         leased_until = clock_timestamp() + interval '1 minute'`,
    );
    await send();
    expect(office.mail.letters).toHaveLength(1);
    await query(`update outgoing_messages set leased_until = clock_timestamp()`);
    await send();
    const ids = office.mail.letters.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each(['resets', 'fails', 'garbage', 'floods'] as const)(
    'wait where the other side %s, without a connection of ours, and arrive afterwards',
    async (mood) => {
      const signer = await aSigner();
      await aContact(portal.dataSource, signer, { way: 'mail', address: 'one@a.kz', ...SIGNED });
      await aContact(portal.dataSource, signer, { way: 'sms', address: '+77014829317', ...SIGNED });
      office.mood = mood;
      await answered();
      await send();
      const failed = await query(
        `select attempts, sent_at is null as waits, lease from outgoing_messages`,
      );
      expect(failed).toEqual(Array(2).fill({ attempts: 1, waits: true, lease: null }));
      office.mood = 'well';
      await hurry();
      await send();
      expect([office.mail.letters.length, office.sms.texts.length]).toEqual([1, 1]);
    },
  );

  it('let go of a side that hangs after ten seconds, and hold no transaction meanwhile', async () => {
    const signer = await aSigner();
    await aContact(portal.dataSource, signer, { way: 'sms', address: '+77014829317', ...SIGNED });
    office.mood = 'hangs';
    await answered();
    const sending = send();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const [held] = await query(HELD);
    await sending;
    expect(held).toEqual({ held: 0 });
    const [row] = await query(`select attempts, last_failure from outgoing_messages`);
    expect(row).toEqual({ attempts: 1, last_failure: 'timeout' });
  });

  it('of a duty go to whoever holds the post, without having asked, unless refused', async () => {
    const [secretary, tired] = [
      (await aPerson(portal.dataSource, { role: 'officer' })).id,
      (await aPerson(portal.dataSource, { role: 'officer' })).id,
    ];
    for (const [id, address] of [
      [secretary, 'desk@a.kz'],
      [tired, 'tired@a.kz'],
    ] as const)
      await aContact(portal.dataSource, id, { way: 'mail', address, language: 'en' });
    await query(
      `insert into notice_choices (resident_id, kind, way, wanted) values ($1, 'own-desk', 'mail', false)`,
      [tired],
    );
    const [duty] = await query(DUTY, [OKRUG]);
    await happens('obligation.due_soon', { obligation: duty.id });
    await send();
    expect(office.mail.letters.map(({ to }) => to)).toEqual(['desk@a.kz']);
    expect(decoded(office.mail.letters[0]!.source)).toContain('/en/duties');
  });
});

/** Both parts of a letter in words, encoded words of its headers too. */
function decoded(source: string): string {
  return ['text/plain', 'text/html'].map((kind) => partOf(source, kind)).join('\n');
}

function partOf(source: string, kind: string): string {
  const part = source
    .split(/\r\n--[^\r\n]+/)
    .find((each) => each.includes(`Content-Type: ${kind}`))!;
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  if (/Content-Transfer-Encoding: base64/i.test(part))
    return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const SIGN = `
  insert into signatures (petition_id, resident_id, number, territory_kato, name_hidden, receipt, signed_at)
  select $1, $2, coalesce(max(number), 0) + 1, $3, false, gen_random_uuid()::text, clock_timestamp()
  from signatures where petition_id = $1`;

const HELD = `
  select count(*)::int as held from pg_stat_activity
  where datname = current_database() and state like 'idle in transaction%'`;

const DUTY = `
  insert into obligations (kind, post, territory_kato, object_kind, object_id, part, event_on, due_on)
  values ('inquiry-answer', 'officer', $1, 'inquiry', 'x', '', '2026-01-01', '2026-02-01') returning id`;
