import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

/** What is late and was not told yet. */
export class OverdueRepository extends TransactionalRepository {
  /** Meetings whose minutes were not sent in time, marked as told. */
  async noteMeetings(): Promise<readonly string[]> {
    const [rows] = (await this.manager.query(
      `update meetings m set overdue_noted_at = clock_timestamp()
       where m.overdue_noted_at is null and m.minutes_due_on < ${TODAY}
         and not exists (select from minutes p where p.meeting_id = m.id and p.sent_at is not null)
       returning m.id`,
    )) as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }

  /** Decisions that wait for the akim or the superior akim past their term, marked as told. */
  async noteDecisions(): Promise<readonly { readonly minutesId: string; readonly item: number }[]> {
    const [rows] = (await this.manager.query(
      `update community_decisions set overdue_noted_at = clock_timestamp()
       where overdue_noted_at is null
         and case state when 'awaited' then answer_by when 'discussed' then superior_by end < ${TODAY}
       returning minutes_id as "minutesId", item`,
    )) as [{ minutesId: string; item: number }[], number];
    return rows;
  }
}
