import { type MeetingAct, nextMeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { AgendaItemRecord } from './agenda-item.record.js';
import { MeetingRecord } from './meeting.record.js';

export type MeetingChanges = Partial<Omit<MeetingRecord, 'id' | 'state' | 'version'>>;

/** A delegate with the right to take part on a day. */
export interface DelegateRow {
  readonly id: string;
  readonly fullName: string;
  readonly settlementName: string;
  readonly post: 'member' | 'chair' | 'secretary';
}

/** Meetings, locked before anything under them; lock order: meeting → minutes → agenda item. */
export class MeetingRepository extends TransactionalRepository {
  static override readonly violations = {
    fk_agenda_requests_item_id: () => new DomainError('not-found', 'agenda.request_not_found'),
    fk_item_writings_item_id: () => new DomainError('conflict', 'agenda.written_already'),
    fk_item_fields_item_id: () => new DomainError('conflict', 'agenda.written_already'),
    fk_item_questions_item_id: () => new DomainError('conflict', 'agenda.asked_already'),
  };

  async add(meeting: MeetingRecord): Promise<void> {
    await this.records.insert(meeting);
  }

  /** The meeting, locked until the end of the transaction. */
  async getForChange(id: string): Promise<MeetingRecord> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found(await this.records.findOne({ where: { id }, lock }));
  }

  /** The meeting, kept from being changed while something is added under it. */
  async getForAdding(id: string): Promise<MeetingRecord> {
    const lock = { mode: 'pessimistic_read' } as const;
    return found(await this.records.findOne({ where: { id }, lock }));
  }

  /** Stores changed fields under the next version. */
  async change(meeting: MeetingRecord, changes: MeetingChanges): Promise<void> {
    const version = meeting.version + 1;
    await this.records.update({ id: meeting.id }, { ...changes, version });
  }

  /**
   * Moves a meeting along its life cycle, with what changes at the same time.
   *
   * @throws DomainError conflict `meeting.act_not_possible`
   */
  async move(
    meeting: MeetingRecord,
    act: MeetingAct,
    changes: MeetingChanges = {},
  ): Promise<MeetingRecord> {
    const state = nextMeetingState(meeting.state, act);
    const version = meeting.version + 1;
    await this.records.update({ id: meeting.id }, { ...changes, state, version });
    return { ...meeting, ...changes, state, version };
  }

  async addAgenda(items: readonly AgendaItemRecord[]): Promise<void> {
    await this.items.insert(items.map((item) => ({ ...item, links: [...item.links] })));
  }

  /** The whole agenda anew, while nothing hangs on it. */
  async replaceAgenda(meetingId: string, items: readonly AgendaItemRecord[]): Promise<void> {
    await this.items.delete({ meetingId });
    await this.addAgenda(items);
  }

  async listAgenda(meetingId: string): Promise<AgendaItemRecord[]> {
    return this.items.find({ where: { meetingId }, order: { number: 'ASC' } });
  }

  /** An item of a meeting, locked. */
  async getItemForChange(meetingId: string, number: number): Promise<AgendaItemRecord> {
    const lock = { mode: 'pessimistic_write' } as const;
    const item = await this.items.findOne({ where: { meetingId, number }, lock });
    if (!item) throw new DomainError('not-found', 'agenda.item_not_found', { number });
    return item;
  }

  async setItemVersion(id: string, version: number): Promise<void> {
    await this.items.update({ id }, { version });
  }

  /** Delegates in office on a day. */
  async listDelegates(bodyId: string, on: CivilDate): Promise<DelegateRow[]> {
    return this.manager.query(
      `select m.id, m.full_name as "fullName", s.name_kk as "settlementName", m.post
       from body_members m join territories s on s.kato = m.settlement_kato
       where m.body_id = $1 and $2::date between m.held_from and m.held_until order by m.id`,
      [bodyId, on],
    );
  }

  private get records() {
    return this.manager.getRepository(MeetingRecord);
  }

  private get items() {
    return this.manager.getRepository(AgendaItemRecord);
  }
}

function found(meeting: MeetingRecord | null): MeetingRecord {
  if (!meeting) throw new DomainError('not-found', 'meeting.not_found');
  return meeting;
}
