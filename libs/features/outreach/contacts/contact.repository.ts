import type { TriesBefore } from '#rules/registry/contact-code.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { MessageLanguage } from './contact-row.js';

export interface NewConfirmation {
  readonly id: string;
  readonly residentId: string;
  readonly way: MessageWay;
  readonly sealedAddress: Buffer;
  readonly addressDigest: Buffer;
  readonly language: MessageLanguage;
  readonly minutes: number;
}

/** A confirmation that still takes a code. */
export interface OpenConfirmation extends TriesBefore {
  readonly id: string;
}

/** Addresses of residents, confirmed and on the way to it. */
export class ContactRepository extends TransactionalRepository {
  /** Two windows of one person wait for each other. */
  async lock(residentId: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('contacts ' || $1::text))`, [
      residentId,
    ]);
  }

  async addConfirmation(confirmation: NewConfirmation): Promise<void> {
    const { id, residentId, way, sealedAddress, addressDigest, language, minutes } = confirmation;
    await this.manager.query(
      `insert into contact_confirmations
         (id, resident_id, way, sealed_address, address_digest, language, expires_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(mins => $7))`,
      [id, residentId, way, sealedAddress, addressDigest, language, minutes],
    );
  }

  /** How many codes were asked for this address within a day, by whomever. */
  async countAsked(addressDigest: Buffer): Promise<number> {
    const rows: { asked: number }[] = await this.manager.query(
      `select count(*)::int as asked from contact_confirmations
       where address_digest = $1 and asked_at > clock_timestamp() - interval '1 day'`,
      [addressDigest],
    );
    return rows[0]!.asked;
  }

  /** The confirmation that waits for a code; null where there is none or its time is over. */
  async findOpen(residentId: string, way: MessageWay): Promise<OpenConfirmation | null> {
    const rows: OpenConfirmation[] = await this.manager.query(OPEN, [residentId, way]);
    return rows[0] ?? null;
  }

  async countTry(confirmationId: string): Promise<void> {
    await this.manager.query(`update contact_confirmations set tries = tries + 1 where id = $1`, [
      confirmationId,
    ]);
  }

  /** What was to be confirmed is the person's address from now on. */
  async accept(confirmationId: string): Promise<void> {
    await this.manager.query(ACCEPT, [confirmationId]);
    await this.manager.query(`${CLOSE} where id = $1`, [confirmationId]);
  }

  /** Nothing waits for a code any more. */
  async closeOpen(residentId: string, way: MessageWay): Promise<void> {
    await this.manager.query(`${CLOSE} where resident_id = $1 and way = $2 and closed_at is null`, [
      residentId,
      way,
    ]);
  }

  async remove(residentId: string, way: MessageWay): Promise<void> {
    await this.manager.query(`delete from contacts where resident_id = $1 and way = $2`, [
      residentId,
      way,
    ]);
  }

  async setLanguage(residentId: string, language: MessageLanguage): Promise<void> {
    await this.manager.query(`update contacts set language = $2 where resident_id = $1`, [
      residentId,
      language,
    ]);
  }

  /** @returns how many were of no use any more, not even to count */
  async forgetOld(): Promise<number> {
    const [, count] = (await this.manager.query(
      `delete from contact_confirmations where asked_at < clock_timestamp() - interval '25 hours'`,
    )) as [unknown, number];
    return count;
  }
}

const OPEN = `
  select c.id, c.tries::int as "ofThisCode",
    (select coalesce(sum(d.tries), 0)::int from contact_confirmations d
     where d.resident_id = $1 and d.asked_at > clock_timestamp() - interval '1 day') as "ofThisPerson"
  from contact_confirmations c
  where c.resident_id = $1 and c.way = $2 and c.closed_at is null
    and c.expires_at > clock_timestamp()`;

const ACCEPT = `
  insert into contacts (resident_id, way, sealed_address, language)
  select resident_id, way, sealed_address, language from contact_confirmations where id = $1
  on conflict (resident_id, way) do update
    set sealed_address = excluded.sealed_address, language = excluded.language,
        confirmed_at = clock_timestamp()`;

const CLOSE = `update contact_confirmations set closed_at = clock_timestamp(), sealed_address = null`;
