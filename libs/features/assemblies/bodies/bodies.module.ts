import { Module } from '@nestjs/common';
import { LocalActsModule } from '../../registry/local-acts/local-acts.module.js';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { BodyReader } from './body.reader.js';
import { PutBody } from './put-body.js';

/** Bodies of residents and their members. */
@Module({
  imports: [LocalActsModule, TerritoriesModule],
  providers: [BodyReader, PutBody],
  exports: [BodyReader, PutBody],
})
export class BodiesModule {}
