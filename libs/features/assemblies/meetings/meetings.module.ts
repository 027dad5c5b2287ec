import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '#platform/files/files.module.js';
import { PetitionsModule } from '../../petitions/petitions/petitions.module.js';
import { LocalActsModule } from '../../registry/local-acts/local-acts.module.js';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { AddAgendaPaper } from './add-agenda-paper.js';
import { AgendaItemRecord } from './agenda-item.record.js';
import { AgendaRequestReader } from './agenda-request.reader.js';
import { AnnounceMeeting } from './announce-meeting.js';
import { AnswerItemQuestion } from './answer-item-question.js';
import { AskItemQuestion } from './ask-item-question.js';
import { AssemblyFileReader } from './assembly-file.reader.js';
import { CancelMeeting } from './cancel-meeting.js';
import { CloseMeeting } from './close-meeting.js';
import { ConveneMeeting } from './convene-meeting.js';
import { KeepFile } from './keep-file.js';
import { MeetingActs } from './meeting-acts.js';
import { MeetingPlaceReader } from './meeting-place.reader.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingRecord } from './meeting.record.js';
import { NameOfficers } from './name-officers.js';
import { NoteStay } from './note-stay.js';
import { OpenMeeting } from './open-meeting.js';
import { ProveNotice } from './prove-notice.js';
import { RecordNoQuorum } from './record-no-quorum.js';
import { RefuseAgendaRequest } from './refuse-agenda-request.js';
import { RefusedConvenings } from './refused-convenings.js';
import { ReplaceAgenda } from './replace-agenda.js';
import { RequestAgendaItem } from './request-agenda-item.js';
import { SetAttendance } from './set-attendance.js';
import { SetBroadcast } from './set-broadcast.js';

const READERS = [AgendaRequestReader, AssemblyFileReader, MeetingPlaceReader, MeetingReader];

const USE_CASES = [
  ConveneMeeting,
  AnnounceMeeting,
  ReplaceAgenda,
  CancelMeeting,
  SetBroadcast,
  AddAgendaPaper,
  ProveNotice,
  AskItemQuestion,
  AnswerItemQuestion,
  RequestAgendaItem,
  RefuseAgendaRequest,
  SetAttendance,
  NoteStay,
  NameOfficers,
  OpenMeeting,
  RecordNoQuorum,
  CloseMeeting,
];

/** Meetings from their convening to their end. */
@Module({
  imports: [
    FilesModule,
    LocalActsModule,
    PetitionsModule,
    TerritoriesModule,
    TypeOrmModule.forFeature([MeetingRecord, AgendaItemRecord]),
  ],
  providers: [KeepFile, MeetingActs, RefusedConvenings, ...READERS, ...USE_CASES],
  exports: [KeepFile, MeetingActs, ...READERS, ...USE_CASES],
})
export class MeetingsModule {}
