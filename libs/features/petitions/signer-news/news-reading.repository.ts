import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** Until when residents have read; it only moves forward. */
export class NewsReadingRepository extends TransactionalRepository {
  /** @param until of the newest piece on the page, to the millisecond; the future stays unread */
  async set(residentId: string, until: Date): Promise<void> {
    await this.manager.query(
      `insert into news_readings as r (resident_id, read_until)
       values ($1, least($2::timestamptz + interval '1 millisecond', clock_timestamp()))
       on conflict (resident_id) do update set read_until = greatest(r.read_until, excluded.read_until)`,
      [residentId, until],
    );
  }
}
