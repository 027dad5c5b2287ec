import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { FileStore } from '#platform/files/file-store.js';
import { keepFile, type TakenFile, takeFile } from '#platform/files/take-file.js';
import type { Upload } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { EnclosureRepository } from './enclosure.repository.js';
import type { EnclosureRow } from './enclosure-row.js';

// Far more than one act takes, far less than fills a disk.
const MOST_LOOSE = { inOffice: 40, resident: 10 };

/** Somebody sends a file for an act to come. It is loose until the act names it. */
@Injectable()
export class AddEnclosure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly store: FileStore,
  ) {}

  /** @throws DomainError rule-violated `file.…`, conflict `enclosure.too_many_loose` */
  async run({ personId, roles }: SignedIn, upload: Upload): Promise<EnclosureRow> {
    const isInOffice = roles.some(({ role }) => role !== 'resident');
    const most = isInOffice ? MOST_LOOSE.inOffice : MOST_LOOSE.resident;
    const taken = await takeFile(upload, v7());
    const { at } = await this.clock.now();
    await keepFile(this.store, taken, () =>
      this.unitOfWork.run(async (tx) => {
        const enclosures = tx.of(EnclosureRepository);
        if ((await enclosures.countLoose(personId)) >= most)
          throw new DomainError('conflict', 'enclosure.too_many_loose');
        await enclosures.add({ ...looseOf(taken), addedBy: personId, addedAt: at });
      }),
    );
    return rowOf(taken);
  }
}

function looseOf({ parts: _parts, ...file }: TakenFile) {
  return { ...file, objectKind: null, objectId: null, place: null };
}

function rowOf({ id, shownName, kind, mediaType, storedName, sizeBytes, digest }: TakenFile) {
  const sha256 = digest.toString('hex');
  return { id, name: shownName, kind, mediaType, storedName, sizeBytes, sha256 };
}
