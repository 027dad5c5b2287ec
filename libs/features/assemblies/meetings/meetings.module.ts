import { Module } from '@nestjs/common';
import { MeetingReader } from './meeting.reader.js';

/** Meetings from their convening to their end. */
@Module({ providers: [MeetingReader], exports: [MeetingReader] })
export class MeetingsModule {}
