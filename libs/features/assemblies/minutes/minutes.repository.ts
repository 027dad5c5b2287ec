import { type MinutesAct, nextMinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { collectMaterial, type MinutesGround } from './draft-minutes.reader.js';
import type { MinutesMaterial } from './minutes-source.js';
import { MinutesRecord } from './minutes.record.js';

export type MinutesChanges = Partial<Omit<MinutesRecord, 'id' | 'state' | 'version'>>;

/** Minutes, under the lock of their meeting. */
export class MinutesRepository extends TransactionalRepository {
  async add(minutes: MinutesRecord): Promise<void> {
    await this.records.insert(minutes);
  }

  async findOfMeeting(meetingId: string): Promise<MinutesRecord | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return this.records.findOne({ where: { meetingId }, lock });
  }

  /** @throws DomainError not-found `minutes.not_found` */
  async getOfMeeting(meetingId: string): Promise<MinutesRecord> {
    const found = await this.findOfMeeting(meetingId);
    if (!found) throw new DomainError('not-found', 'minutes.not_found');
    return found;
  }

  /**
   * Moves minutes along their life cycle, with what changes at the same time.
   *
   * @throws DomainError conflict `minutes.act_not_possible`
   */
  async move(
    minutes: MinutesRecord,
    act: MinutesAct,
    changes: MinutesChanges = {},
  ): Promise<MinutesRecord> {
    const state = nextMinutesState(minutes.state, act);
    const version = minutes.version + 1;
    await this.records.update({ id: minutes.id }, { ...changes, state, version });
    return { ...minutes, ...changes, state, version };
  }

  /** The next number of a year in a unit, `2026/4`; a transaction that fails gives it back. */
  async nextNumber(territory: string, year: string): Promise<string> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [territory]);
    const [row] = (await this.manager.query(
      `select coalesce(max(split_part(number, '/', 2)::int), 0) + 1 as next from minutes
       where territory_kato = $1 and number like $2 || '/%'`,
      [territory, year],
    )) as [{ next: number }];
    return `${year}/${row.next}`;
  }

  /** What the minutes of a meeting are made of, as it stands. */
  async collect(
    minutes: Pick<MinutesRecord, 'number' | 'meetingId'>,
    ground: MinutesGround,
  ): Promise<MinutesMaterial> {
    return collectMaterial(this.manager, minutes, ground);
  }

  private get records() {
    return this.manager.getRepository(MinutesRecord);
  }
}
