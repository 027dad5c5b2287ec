import { Module } from '@nestjs/common';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { EraseOnTerm } from './erase-on-term.js';
import { ErasePerson } from './erase-person.js';
import { ErasedKeysFile } from './erased-keys-file.js';
import { ErasureReader } from './erasure.reader.js';
import { ListErasedKeys } from './list-erased-keys.js';

const PROVIDERS = [ErasePerson, EraseOnTerm, ListErasedKeys, ErasureReader];

/** People are erased on request and on term; a restored backup does not bring them back. */
@Module({
  providers: [
    ...PROVIDERS,
    {
      provide: ErasedKeysFile,
      inject: [CONFIG],
      useFactory: ({ erasedKeysFile }: Config) => new ErasedKeysFile(erasedKeysFile),
    },
  ],
  exports: PROVIDERS,
})
export class ErasureModule {}
