import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { EnclosureRow } from './enclosure-row.js';
import { LOOSE_ENCLOSURES } from './enclosure.sql.js';

/** A stored file that is asked for. */
export interface StoredEnclosureRow {
  readonly shownName: string;
  readonly mediaType: string;
  readonly kind: EnclosureRow['kind'];
  /** Beside an act that is recorded: everybody may open it. */
  readonly isPublic: boolean;
}

/** Questions about files beside acts; what an act holds is answered with the act. */
@Injectable()
export class EnclosureReader {
  constructor(private readonly dataSource: DataSource) {}

  /** A person's own loose files, in the sequence of the ids; what is not there is left out. */
  async listLoose(person: SignedIn, ids: readonly string[]): Promise<EnclosureRow[]> {
    const known = ids.filter((id) => isUuid(id));
    if (known.length === 0) return [];
    const rows: { enclosure: EnclosureRow }[] = await this.dataSource.query(LOOSE_ENCLOSURES, [
      known,
      person.personId,
    ]);
    return rows.map(({ enclosure }) => enclosure);
  }

  /**
   * A file by its stored name: a loose one is seen only by who sent it.
   *
   * @throws DomainError not-found `enclosure.not_found`
   */
  async getFor(person: SignedIn | undefined, storedName: string): Promise<StoredEnclosureRow> {
    const rows: StoredEnclosureRow[] = await this.dataSource.query(
      `select shown_name as "shownName", media_type as "mediaType", kind,
              object_id is not null as "isPublic"
       from enclosures
       where stored_name = $1 and (object_id is not null or added_by = $2)`,
      [storedName, person?.personId ?? null],
    );
    if (!rows[0]) throw new DomainError('not-found', 'enclosure.not_found');
    return rows[0];
  }
}
