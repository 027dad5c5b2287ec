import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ErasedKeysFile } from './erased-keys-file.js';
import { ErasureRepository } from './erasure.repository.js';

const KEYS_AT_ONCE = 500;

/** Brings destroyed keys onto the list outside the database; a crash between lists one twice. */
@Injectable()
export class ListErasedKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly file: ErasedKeysFile,
  ) {}

  async run(): Promise<void> {
    const unlisted = await this.unitOfWork.run((tx) =>
      tx.of(ErasureRepository).listUnlisted(KEYS_AT_ONCE),
    );
    if (unlisted.length === 0) return;
    await this.file.append(unlisted);
    const ids = unlisted.map(({ keyId }) => keyId);
    await this.unitOfWork.run((tx) => tx.of(ErasureRepository).markListed(ids));
  }
}
