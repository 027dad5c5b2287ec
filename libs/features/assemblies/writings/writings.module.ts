import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { LinkedObjectReader } from './linked-object.reader.js';
import { RecordItemDecision } from './record-item-decision.js';
import { WriteItems } from './write-items.js';
import { WritingReader } from './writing.reader.js';

/** What is written at a meeting, item by item. */
@Module({
  imports: [MeetingsModule],
  providers: [LinkedObjectReader, RecordItemDecision, WriteItems, WritingReader],
  exports: [LinkedObjectReader, RecordItemDecision, WriteItems, WritingReader],
})
export class WritingsModule {}
