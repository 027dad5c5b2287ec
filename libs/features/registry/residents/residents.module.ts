import { Global, Module } from '@nestjs/common';
import { SignedInReader } from '#platform/identity/sessions.js';
import { NameReader } from './name.reader.js';
import { ResidentReader } from './resident.reader.js';
import { RollEntries } from './roll-entries.js';
import { ResidentSignedInReader } from './signed-in.reader.js';

/** Residents, their pseudonyms and roles; global because every request asks who is signed in. */
@Global()
@Module({
  providers: [
    NameReader,
    ResidentReader,
    RollEntries,
    { provide: SignedInReader, useClass: ResidentSignedInReader },
  ],
  exports: [NameReader, ResidentReader, RollEntries, SignedInReader],
})
export class ResidentsModule {}
