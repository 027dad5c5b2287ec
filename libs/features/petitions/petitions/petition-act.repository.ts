import { validate as isUuid } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { EarlierPetition } from '#rules/petitions/repeated-subject.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** An act of a person in office on a petition. */
export interface PetitionActInOffice {
  readonly petitionId: string;
  readonly actor: Actor;
  readonly at: Date;
}

export interface StoredRefusal {
  readonly ground: string;
  readonly subject: string | null;
  readonly earlierPetitionId: string | null;
  readonly reasons: OfficialText;
}

/** Acts on petitions: written once and never changed. */
export class PetitionActRepository extends TransactionalRepository {
  async addOpening(act: PetitionActInOffice): Promise<void> {
    await this.manager.query(
      `insert into petition_openings (petition_id, officer_id, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5)`,
      inOffice(act),
    );
  }

  async addRefusal(act: PetitionActInOffice, refusal: StoredRefusal): Promise<void> {
    const { ground, subject, earlierPetitionId, reasons } = refusal;
    await this.manager.query(
      `insert into petition_refusals (petition_id, officer_id, post_kk, post_ru, at, ground, subject,
         earlier_petition_id, reasons_kk, reasons_ru)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [...inOffice(act), ground, subject, earlierPetitionId, reasons.kk, reasons.ru],
    );
  }

  async addWithdrawal(id: string, byPerson: string, at: Date, reason: string): Promise<void> {
    await this.manager.query(
      `insert into petition_withdrawals (petition_id, by_person, at, reason) values ($1, $2, $3, $4)`,
      [id, byPerson, at, reason],
    );
  }

  async addForwarding(id: string, at: Date, signatures: number, required: number): Promise<void> {
    await this.manager.query(
      `insert into petition_forwardings (petition_id, at, signatures, required) values ($1, $2, $3, $4)`,
      [id, at, signatures, required],
    );
  }

  async addPortalCount(
    id: string,
    act: PetitionActInOffice,
    count: { readonly signatures: number; readonly seenOn: CivilDate },
  ): Promise<void> {
    await this.manager.query(
      `insert into portal_counts (id, petition_id, officer_id, post_kk, post_ru, at, signatures, seen_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, ...inOffice(act), count.signatures, count.seenOn],
    );
  }

  /** Another petition, by its id or number, as far as it may bar a new one. */
  async findEarlier(named: string): Promise<(EarlierPetition & { readonly id: string }) | null> {
    const rows: (EarlierPetition & { id: string })[] = await this.manager.query(
      `select p.id, p.state, a.decided_on::text as "decidedOn"
       from petitions p left join petition_answers a on a.petition_id = p.id
       where p.${isUuid(named) ? 'id' : 'number'} = $1`,
      [named],
    );
    return rows[0] ?? null;
  }
}

function inOffice({ petitionId, actor, at }: PetitionActInOffice): unknown[] {
  return [petitionId, actor.personId, actor.post.kk, actor.post.ru, at];
}
