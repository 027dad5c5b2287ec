import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { AssemblyFileRow } from './meeting-row.js';

interface SeenFileRow extends AssemblyFileRow {
  readonly territoryPath: readonly string[];
  /** Beside an agenda or a notice: public as they are. */
  readonly isPublic: boolean;
}

const INSIDERS = ['secretary', 'akim', 'officer', 'auditor'];

/** Questions about files of this wing. */
@Injectable()
export class AssemblyFileReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `proposal.file_not_found`, also for what the person may not see */
  async getFor(person: SignedIn | undefined, storedName: string): Promise<AssemblyFileRow> {
    const rows: SeenFileRow[] = await this.dataSource.query(SELECT, [storedName]);
    const file = rows[0];
    if (file && (file.isPublic || isInsider(person, file.territoryPath))) return file;
    throw new DomainError('not-found', 'proposal.file_not_found');
  }
}

function isInsider(person: SignedIn | undefined, path: readonly string[]): boolean {
  return (
    person?.roles.some(
      ({ role, territory }) => INSIDERS.includes(role) && path.includes(territory),
    ) ?? false
  );
}

const SELECT = `
  select f.id, f.kind, f.stored_name as "storedName", f.shown_name as "shownName",
    f.media_type as "mediaType", f.size_bytes as "sizeBytes", encode(f.digest, 'hex') as digest,
    t.path as "territoryPath",
    exists (select from agenda_papers a join agenda_items i on i.id = a.item_id
              join meetings m on m.id = i.meeting_id
            where a.file_id = f.id and m.state <> 'planned')
      or exists (select from notice_proofs n where n.file_id = f.id) as "isPublic"
  from assembly_files f join territories t on t.kato = f.territory_kato where f.stored_name = $1`;
