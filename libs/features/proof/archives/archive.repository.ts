import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { ArchivePieceRecord } from './archive-piece.record.js';
import type { PackedArchive } from './packed-archive.js';
import { RoundArchiveRecord } from './round-archive.record.js';

/** Archives inside a transaction. */
export class ArchiveRepository extends TransactionalRepository {
  /** Keeps an archive; where one stands already it stays as it is. */
  async add(roundId: string, { pieces, bytes, digest }: PackedArchive): Promise<void> {
    const { identifiers } = await this.manager
      .createQueryBuilder()
      .insert()
      .into(RoundArchiveRecord)
      .values({ roundId, bytes: String(bytes), digest })
      .orIgnore()
      .execute();
    if (identifiers[0] === undefined) return;
    const repository = this.manager.getRepository(ArchivePieceRecord);
    for (const [place, piece] of pieces.entries())
      await repository.insert({ roundId, place, bytes: piece });
  }
}
