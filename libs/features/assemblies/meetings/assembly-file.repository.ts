import type { OfficialText } from '#rules/kernel/official-text.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { AssemblyFileRow } from './meeting-row.js';

/** Who added a file, where and when. */
export interface FileAddition {
  readonly territory: string;
  readonly by: string;
  readonly at: Date;
}

/** Files of this wing, and what they are attached to: papers and proofs of a notice. */
export class AssemblyFileRepository extends TransactionalRepository {
  async add(file: AssemblyFileRow, { territory, by, at }: FileAddition): Promise<void> {
    await this.manager.query(
      `insert into assembly_files (id, territory_kato, kind, stored_name, shown_name, media_type,
         size_bytes, digest, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10)`,
      [
        file.id,
        territory,
        file.kind,
        file.storedName,
        file.shownName,
        file.mediaType,
        file.sizeBytes,
        file.digest,
        by,
        at,
      ],
    );
  }

  async addPaper(paper: {
    readonly id: string;
    readonly itemId: string;
    readonly title: OfficialText;
    readonly link: string | null;
    readonly fileId: string | null;
    readonly at: Date;
  }): Promise<void> {
    const { id, itemId, title, link, fileId, at } = paper;
    await this.manager.query(
      `insert into agenda_papers (id, item_id, title_kk, title_ru, link, file_id, added_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, itemId, title.kk, title.ru, link, fileId, at],
    );
  }

  async addProof(proof: {
    readonly id: string;
    readonly meetingId: string;
    readonly channel: string;
    readonly postedOn: CivilDate;
    readonly link: string | null;
    readonly fileId: string | null;
    readonly by: string;
    readonly at: Date;
  }): Promise<void> {
    const { id, meetingId, channel, postedOn, link, fileId, by, at } = proof;
    await this.manager.query(
      `insert into notice_proofs (id, meeting_id, channel, posted_on, link, file_id, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, meetingId, channel, postedOn, link, fileId, by, at],
    );
  }
}
