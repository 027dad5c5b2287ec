import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** What a comparison of the counts with the rows found. */
export interface ComparedCounts {
  readonly shown: number;
  readonly counted: number;
  /** Places whose count was wrong. */
  readonly placesRepaired: number;
}

/** The counts of a petition, under the lock that every signature takes. */
export class SignatureCountRepository extends TransactionalRepository {
  /** Counts the rows anew and puts wrong counts right; a crossed threshold stays crossed. */
  async compare(petitionId: string): Promise<ComparedCounts> {
    const [tally] = (await this.manager.query(
      `select valid from petition_tallies where petition_id = $1 for update`,
      [petitionId],
    )) as [{ valid: number }];
    const [places] = (await this.manager.query(REPAIR_PLACES, [petitionId])) as [
      { counted: number; repaired: number },
    ];
    await this.manager.query(
      `update petition_tallies set valid = $2, last_number = greatest(last_number, $2)
       where petition_id = $1 and valid <> $2`,
      [petitionId, places.counted],
    );
    return { shown: tally.valid, counted: places.counted, placesRepaired: places.repaired };
  }

  async addCheck(petitionId: string, at: Date, compared: ComparedCounts): Promise<void> {
    await this.manager.query(
      `insert into signature_count_checks (petition_id, at, shown, counted, places_repaired)
       values ($1, $2, $3, $4, $5)`,
      [petitionId, at, compared.shown, compared.counted, compared.placesRepaired],
    );
  }
}

const REPAIR_PLACES = `
  with rows_by_place as (
    select territory_kato, count(*)::integer as valid from signatures
    where petition_id = $1 group by territory_kato
  ), emptied as (
    update signature_counts s set valid = 0
    where s.petition_id = $1 and s.valid <> 0 and not exists (
      select from rows_by_place r where r.territory_kato is not distinct from s.territory_kato)
    returning 1
  ), repaired as (
    insert into signature_counts as s (petition_id, territory_kato, valid)
    select $1, territory_kato, valid from rows_by_place order by territory_kato
    on conflict on constraint uq_signature_counts_place do update set valid = excluded.valid
      where s.valid <> excluded.valid
    returning 1
  )
  select coalesce((select sum(valid) from rows_by_place), 0)::integer as counted,
         ((select count(*) from emptied) + (select count(*) from repaired))::integer as repaired`;
