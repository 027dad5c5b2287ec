import { Module } from '@nestjs/common';
import { TrailReader } from './trail.reader.js';

/** The public trail of a project, from the first draft to the warranty. */
@Module({ providers: [TrailReader], exports: [TrailReader] })
export class TrailModule {}
