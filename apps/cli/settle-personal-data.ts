import type { DataSource } from 'typeorm';
import { BringUpToErasures } from '#features/proof/erasure/bring-up-to-erasures.js';
import { ErasedKeysFile } from '#features/proof/erasure/erased-keys-file.js';
import { sealPlainTexts } from '#features/proof/erasure/seal-plain-texts.js';
import type { Config } from '#platform/config/config.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';

/**
 * Before anybody is served: what an upgrade left in plain text is sealed, and whoever was erased
 * since the state of this database is erased again.
 *
 * @returns how many people were erased again
 */
export async function settlePersonalData(config: Config, dataSource: DataSource): Promise<number> {
  await sealPlainTexts(dataSource, PersonalKeys.fromFile(config.personKeyFile, !config.production));
  const file = new ErasedKeysFile(config.erasedKeysFile);
  return new BringUpToErasures(new UnitOfWork(dataSource), file).run();
}
