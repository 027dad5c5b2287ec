import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { EnclosedObject } from './enclosure-row.js';
import { EnclosureRecord } from './enclosure.record.js';

/** An act that takes files. */
export interface Enclosing {
  readonly object: EnclosedObject;
  readonly objectId: string;
  /** Who acts: one lays only one's own files beside an act. */
  readonly personId: string;
}

/** Files beside acts: loose at first, for ever beside their act afterwards. */
export class EnclosureRepository extends TransactionalRepository {
  async add(enclosure: EnclosureRecord): Promise<void> {
    await this.manager.getRepository(EnclosureRecord).insert(enclosure);
  }

  async countLoose(personId: string): Promise<number> {
    const rows: { count: number }[] = await this.manager.query(
      `select count(*)::int as count from enclosures where added_by = $1 and object_id is null`,
      [personId],
    );
    return rows[0]!.count;
  }

  /** How many of these are loose photos of the person's. */
  async countLoosePhotos(personId: string, ids: readonly string[]): Promise<number> {
    const rows: { count: number }[] = await this.manager.query(
      `select count(*)::int as count from enclosures
       where id = any($1) and added_by = $2 and object_id is null and kind = 'photo'`,
      [ids, personId],
    );
    return rows[0]!.count;
  }

  /**
   * Lays loose files beside an act, in this sequence.
   *
   * @throws DomainError rule-violated `enclosure.unknown` where one of them is not there, another
   * person's or lies beside an act already
   */
  async enclose({ object, objectId, personId }: Enclosing, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const [, laid] = (await this.manager.query(
      `update enclosures set object_kind = $1, object_id = $2, place = array_position($3::uuid[], id)
       where id = any($3) and added_by = $4 and object_id is null`,
      [object, objectId, ids, personId],
    )) as [unknown, number];
    if (laid !== ids.length)
      throw new DomainError('rule-violated', 'enclosure.unknown', {
        faults: [{ code: 'enclosure.unknown', field: 'enclosures' }],
      });
  }

  /** @returns the stored names of what nobody used */
  async removeLooseOlderThan(days: number): Promise<string[]> {
    const [removed] = (await this.manager.query(
      `delete from enclosures where object_id is null
         and added_at < clock_timestamp() - make_interval(days => $1)
       returning stored_name as "storedName"`,
      [days],
    )) as [{ storedName: string }[], number];
    return removed.map(({ storedName }) => storedName);
  }
}
