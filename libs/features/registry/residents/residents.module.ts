import { Global, Module } from '@nestjs/common';
import { SignedInReader } from '#platform/identity/sessions.js';
import { ResidentReader } from './resident.reader.js';
import { ResidentSignedInReader } from './signed-in.reader.js';

/** Residents, their pseudonyms and roles; global because every request asks who is signed in. */
@Global()
@Module({
  providers: [ResidentReader, { provide: SignedInReader, useClass: ResidentSignedInReader }],
  exports: [ResidentReader, SignedInReader],
})
export class ResidentsModule {}
