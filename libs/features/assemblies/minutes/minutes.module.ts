import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/bodies.module.js';
import { MinutesReader } from './minutes.reader.js';

/** Minutes from the draft to what follows the signatures. */
@Module({ imports: [BodiesModule], providers: [MinutesReader], exports: [MinutesReader] })
export class MinutesModule {}
