import { Module } from '@nestjs/common';
import { DecisionLineReader } from './decision-line.reader.js';
import { LineTrailReader } from './line-trail.reader.js';
import { TrailReader } from './trail.reader.js';

const READERS = [DecisionLineReader, LineTrailReader, TrailReader];

/** The public trails: of a project, from the first draft to the warranty, and of a budget line. */
@Module({ providers: READERS, exports: READERS })
export class TrailModule {}
