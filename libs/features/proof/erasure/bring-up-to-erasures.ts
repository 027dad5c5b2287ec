import type { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { ErasedKeysFile } from './erased-keys-file.js';
import { ErasureRepository } from './erasure.repository.js';
import { ListErasedKeys } from './list-erased-keys.js';

/**
 * Makes a database and the list outside it agree: keys on the list are destroyed again, as after a
 * restored backup, and erasures that the list does not know are added to it.
 */
export class BringUpToErasures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly file: ErasedKeysFile,
  ) {}

  /** @returns how many people were erased again */
  async run(): Promise<number> {
    const listed = new Map((await this.file.read()).map((key) => [key.keyId, key]));
    const ids = [...listed.keys()];
    const again = await this.unitOfWork.run(async (tx) => {
      const erasures = tx.of(ErasureRepository);
      await erasures.markUnlistedBut(ids);
      const back = await erasures.lockListed(ids);
      for (const key of back) {
        const { ground, at } = listed.get(key.keyId)!;
        await erasures.erase(key, ground, at);
      }
      return back.length;
    });
    // The empty list too is made: a missing one is then known to be lost.
    if (!this.file.isThere) await this.file.append([]);
    await new ListErasedKeys(this.unitOfWork, this.file).run();
    return again;
  }
}
