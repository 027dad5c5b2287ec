import { DomainError } from '#rules/kernel/domain-error.js';
import { nextState, type PetitionAct } from '#rules/petitions/petition-lifecycle.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { nextYearlyNumber } from '#platform/persistence/yearly-number.js';
import { type PetitionPlace, type PlaceColumns, placeOf } from './petition-place.js';
import { PetitionRecord } from './petition.record.js';

export type PetitionChanges = Partial<Omit<PetitionRecord, 'id' | 'deputyId' | 'version'>>;

/** Signatures of a petition, as its tally counts them. */
export interface PetitionTally {
  readonly valid: number;
  readonly reachedAt: Date | null;
}

/** Petitions, one at a time and locked; the tally below them is locked after them. */
export class PetitionRepository extends TransactionalRepository {
  async add(petition: PetitionRecord): Promise<void> {
    await this.records.insert(petition);
  }

  /** The petition, locked until the end of the transaction. */
  async getForChange(id: string): Promise<PetitionRecord> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await this.records.findOne({ where: { id }, lock });
    if (!found) throw new DomainError('not-found', 'petition.not_found');
    return found;
  }

  /** Stores changed fields under the next version and returns the petition as it is now. */
  async change(petition: PetitionRecord, changes: PetitionChanges): Promise<PetitionRecord> {
    const version = petition.version + 1;
    await this.records.update({ id: petition.id }, { ...changes, version });
    return { ...petition, ...changes, version };
  }

  /**
   * Moves a petition along its life cycle, with what changes at the same time.
   *
   * @throws DomainError conflict `petition.act_not_possible`
   */
  async move(
    petition: PetitionRecord,
    act: PetitionAct,
    changes: Omit<PetitionChanges, 'state'> = {},
  ): Promise<PetitionRecord> {
    return this.change(petition, { ...changes, state: nextState(petition.state, act) });
  }

  /**
   * A territory that is in being, with its people by the registry's figure.
   *
   * @throws DomainError not-found `territory.not_found`
   */
  async getPlace(kato: string): Promise<PetitionPlace> {
    const rows: PlaceColumns[] = await this.manager.query(
      `select kato, level, path, population, population_on::text as "populationOn",
         population_source as "populationSource"
       from territories where kato = $1 and valid_until is null`,
      [kato],
    );
    return placeOf(rows[0]);
  }

  /** Begins to count: without a tally nobody can sign. */
  async startTally(id: string): Promise<void> {
    await this.manager.query(`insert into petition_tallies (petition_id) values ($1)`, [id]);
  }

  /** The tally, locked, so that signatures under way are waited for and later ones wait. */
  async getTally(id: string): Promise<PetitionTally> {
    const [tally] = (await this.manager.query(
      `select valid, reached_at as "reachedAt" from petition_tallies where petition_id = $1 for update`,
      [id],
    )) as [PetitionTally];
    return tally;
  }

  /** Puts down what the state portal shows; true when it is the first count at the threshold. */
  async setPortalCount(id: string, signatures: number): Promise<boolean> {
    const [rows] = (await this.manager.query(
      `update petition_tallies c set valid = $2, last_number = greatest(c.last_number, $2),
         reached_at = coalesce(c.reached_at, case when $2 >= p.required then clock_timestamp() end)
       from petitions p, (select reached_at from petition_tallies where petition_id = $1) former
       where c.petition_id = $1 and p.id = $1
       returning c.reached_at is not null and former.reached_at is null as "justReached"`,
      [id, signatures],
    )) as [{ justReached: boolean }[], number];
    return rows[0]?.justReached ?? false;
  }

  /** The next number of a year, `2026-0012`. */
  nextNumber(year: number): Promise<string> {
    return nextYearlyNumber(this.manager, 'petition_numbers', year);
  }

  /** How many drafts a deputy began in the last day; waits for the deputy's other transactions. */
  async countBegunLately(deputyId: string): Promise<number> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 1))`, [deputyId]);
    const [row] = (await this.manager.query(
      `select count(*)::int as begun from petitions
       where deputy_id = $1 and created_at > clock_timestamp() - interval '24 hours'`,
      [deputyId],
    )) as [{ begun: number }];
    return row.begun;
  }

  private get records() {
    return this.manager.getRepository(PetitionRecord);
  }
}
