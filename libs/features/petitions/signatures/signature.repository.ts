import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { PetitionKind } from '#rules/petitions/petition-kind.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import type { Signer } from '#rules/petitions/petition-signer.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { ADD_SIGNATURES, type AddedRow, columnsOf } from './add-signatures.sql.js';
import type { PreparedSignature, SignatureReceipt } from './signature-act.js';

/** A petition as somebody who wants to sign meets it, by the database's clock. */
export interface SignedPetition {
  readonly kind: PetitionKind;
  readonly state: PetitionState;
  readonly territory: string;
  readonly minimumAge: number | null;
  readonly closesAt: Date | null;
  readonly textDigest: string | null;
  readonly now: Date;
  readonly today: CivilDate;
}

export interface SignerRow extends Signer {
  readonly residentId: string;
}

/** A signature of this resident, still valid or withdrawn. */
export interface OwnSignature extends SignatureReceipt {
  readonly idempotencyKey: string | null;
  readonly nameHidden: boolean;
}

const OWN = `number, receipt, signed_at as "signedAt", idempotency_key as "idempotencyKey",
  name_hidden as "nameHidden"`;

/** One resident's signature under the lock of the petition's tally. */
export class SignatureRepository extends TransactionalRepository {
  async findSigner(tokenDigest: string): Promise<SignerRow | null> {
    const rows: SignerRow[] = await this.manager.query(
      `select r.id as "residentId", r.born_on::text as "bornOn", t.path as "territoryPath",
              r.registered_from::text as "registeredFrom"
       from sessions s join residents r on r.id = s.person_id join territories t on t.kato = r.territory_kato
       where s.token_digest = decode($1, 'hex') and s.revoked_at is null and s.expires_at > clock_timestamp()`,
      [tokenDigest],
    );
    return rows[0] ?? null;
  }

  /** The petition, its tally locked: other signatures and the window's end wait. */
  async getPetition(id: string): Promise<SignedPetition | null> {
    await this.lockTally(id);
    const rows: SignedPetition[] = await this.manager.query(
      `select kind, state, territory_kato as territory, minimum_age as "minimumAge",
              closes_at as "closesAt", encode(text_digest, 'hex') as "textDigest",
              clock_timestamp() as now, (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today
       from petitions where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async findOwn(petitionId: string, residentId: string): Promise<OwnSignature | null> {
    const rows: OwnSignature[] = await this.manager.query(
      `select ${OWN} from signatures where petition_id = $1 and resident_id = $2`,
      [petitionId, residentId],
    );
    return rows[0] ?? null;
  }

  async findFormer(
    petitionId: string,
    residentId: string,
    key: string,
  ): Promise<OwnSignature | null> {
    const rows: OwnSignature[] = await this.manager.query(
      `select ${OWN} from former_signatures
       where petition_id = $1 and resident_id = $2 and idempotency_key = $3`,
      [petitionId, residentId, key],
    );
    return rows[0] ?? null;
  }

  /** Null where something speaks against it after all. */
  async add(signature: PreparedSignature): Promise<SignatureReceipt | null> {
    const rows: AddedRow[] = await this.manager.query(ADD_SIGNATURES, columnsOf([signature]));
    const row = rows[0];
    return row ? { number: row.number, receipt: row.receipt, signedAt: row.signed_at } : null;
  }

  /** Takes a signature out of the count; it stays among the former ones. False where there is none. */
  async withdraw(petitionId: string, residentId: string): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(WITHDRAW, [petitionId, residentId]);
    return rows.length > 0;
  }

  async lockTally(petitionId: string): Promise<void> {
    await this.manager.query(`select from petition_tallies where petition_id = $1 for update`, [
      petitionId,
    ]);
  }
}

const WITHDRAW = `
  with gone as (
    delete from signatures where petition_id = $1 and resident_id = $2
    returning petition_id, resident_id, number, name_hidden, receipt, idempotency_key, signed_at,
              territory_kato, recorded_in
  ), kept as (
    insert into former_signatures (petition_id, resident_id, number, name_hidden, receipt,
                                   idempotency_key, signed_at, withdrawn_at, territory_kato, signed_in)
    select petition_id, resident_id, number, name_hidden, receipt, idempotency_key, signed_at,
           clock_timestamp(), territory_kato, recorded_in from gone
  ), counted as (
    update petition_tallies c set valid = c.valid - 1 from gone where c.petition_id = gone.petition_id
  ), placed as (
    update signature_counts s set valid = s.valid - 1 from gone
    where s.petition_id = gone.petition_id and s.territory_kato is not distinct from gone.territory_kato
  )
  select number from gone`;
