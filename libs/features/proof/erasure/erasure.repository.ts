import { randomBytes } from 'node:crypto';
import type { PersonTies } from '#rules/registry/erasure.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { ErasedKey, ErasureGround } from './erased-keys-file.js';
import { TIES } from './ties.sql.js';

/** A data key that is still there, and whose. */
interface LivingKey {
  readonly keyId: string;
  readonly personId: string;
}

const PSEUDONYM_BYTES = 32;

/** Data keys destroyed, and with them whatever else leads to the person. */
export class ErasureRepository extends TransactionalRepository {
  /** Locks the person, so that no act with the person's key is under way; null once erased. */
  async lock(personId: string): Promise<LivingKey | null> {
    const rows: LivingKey[] = await this.manager.query(
      `select k.id as "keyId", r.id as "personId" from residents r
       join person_keys k on k.resident_id = r.id where r.id = $1 for update`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** The same for keys on a list; those that are gone are not among them. */
  async lockListed(keyIds: readonly string[]): Promise<LivingKey[]> {
    return this.manager.query(
      `select id as "keyId", resident_id as "personId" from person_keys
       where id = any($1) order by id for update`,
      [keyIds],
    );
  }

  async findTies(personId: string): Promise<PersonTies> {
    const [ties] = (await this.manager.query(TIES, [personId])) as [PersonTies];
    return ties;
  }

  /**
   * Destroys the key, cuts the pseudonym, ends the sessions, removes what was never sent.
   *
   * @returns stored names of files that are nobody's now
   */
  async erase({ keyId, personId }: LivingKey, ground: ErasureGround, at: Date): Promise<string[]> {
    await this.manager.query(`delete from person_keys where id = $1`, [keyId]);
    await this.cutPseudonym(personId);
    for (const statement of FORGOTTEN) await this.manager.query(statement, [personId]);
    const files = await this.removeDrafts(personId);
    await this.manager.query(
      `insert into person_erasures (key_id, resident_id, ground, erased_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [keyId, personId, ground, at],
    );
    return files;
  }

  /** Erasures that are not on the list outside yet, the first ones first. */
  async listUnlisted(limit: number): Promise<ErasedKey[]> {
    return this.manager.query(
      `select key_id as "keyId", ground, erased_at as at from person_erasures
       where listed_at is null order by erased_at limit $1 for update`,
      [limit],
    );
  }

  async markListed(keyIds: readonly string[]): Promise<void> {
    await this.manager.query(
      `update person_erasures set listed_at = clock_timestamp() where key_id = any($1)`,
      [keyIds],
    );
  }

  /** Whatever the database believes, these alone are on the list outside. */
  async markUnlistedBut(keyIds: readonly string[]): Promise<void> {
    await this.manager.query(
      `update person_erasures set listed_at = null
       where listed_at is not null and key_id <> all($1)`,
      [keyIds],
    );
  }

  /** Chance stands where the IIN led to. */
  private async cutPseudonym(personId: string): Promise<void> {
    await this.manager.query(
      `update residents set pseudonym = $2, sealed_name = null, sealed_birth = null, born_on = null,
         erased_at = clock_timestamp() where id = $1`,
      [personId, randomBytes(PSEUDONYM_BYTES)],
    );
  }

  private async removeDrafts(personId: string): Promise<string[]> {
    const [files] = (await this.manager.query(
      `delete from proposal_files f using proposals p
       where p.id = f.proposal_id and p.author_id = $1 and p.state = 'draft'
       returning f.stored_name as name`,
      [personId],
    )) as [{ name: string }[], number];
    await this.manager.query(DRAFT_COAUTHORS, [personId]);
    await this.manager.query(`delete from proposals where author_id = $1 and state = 'draft'`, [
      personId,
    ]);
    return files.map(({ name }) => name);
  }
}

const DRAFT_COAUTHORS = `
  delete from proposal_coauthors c using proposals p
  where p.id = c.proposal_id and p.author_id = $1 and p.state = 'draft'`;

const FORGOTTEN = [
  `delete from sessions where person_id = $1`,
  `delete from news_readings where resident_id = $1`,
  `delete from outgoing_messages where resident_id = $1`,
  `delete from notice_choices where resident_id = $1`,
  `delete from contact_confirmations where resident_id = $1`,
  `delete from contacts where resident_id = $1`,
  `delete from idempotency_keys where owner = $1::uuid::text`,
  `update proposals set sealed_contact = null where author_id = $1`,
  `update proposal_coauthors c set sealed_name = null from proposals p
   where p.id = c.proposal_id and p.author_id = $1`,
];
