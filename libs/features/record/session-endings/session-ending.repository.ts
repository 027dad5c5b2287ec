import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** A person on the roll with the units of the place of registration, itself last. */
interface PersonAtHome {
  readonly id: string;
  readonly territoryPath: readonly string[];
}

/** Living sessions ended by somebody else than their person. */
export class SessionEndingRepository extends TransactionalRepository {
  async findByPseudonym(pseudonym: Buffer): Promise<PersonAtHome | null> {
    const rows: PersonAtHome[] = await this.manager.query(
      `select r.id, t.path as "territoryPath" from residents r
       join territories t on t.kato = r.territory_kato where r.pseudonym = $1`,
      [pseudonym],
    );
    return rows[0] ?? null;
  }

  /**
   * @param personId null: everybody's
   * @returns how many there were
   */
  async end(personId: string | null): Promise<number> {
    const [, ended] = (await this.manager.query(
      `update sessions set revoked_at = clock_timestamp()
       where revoked_at is null and expires_at > clock_timestamp()
         and ($1::uuid is null or person_id = $1)`,
      [personId],
    )) as [unknown, number];
    return ended;
  }
}
