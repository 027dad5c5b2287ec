import { Module } from '@nestjs/common';
import { BodyReader } from './body.reader.js';

/** Bodies of residents and their members. */
@Module({ providers: [BodyReader], exports: [BodyReader] })
export class BodiesModule {}
