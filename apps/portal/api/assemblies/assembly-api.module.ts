import { Module } from '@nestjs/common';
import { AkimAnswersModule } from '#features/assemblies/akim-answers/akim-answers.module.js';
import { BodiesModule } from '#features/assemblies/bodies/bodies.module.js';
import { MeetingsModule } from '#features/assemblies/meetings/meetings.module.js';
import { MinutesModule } from '#features/assemblies/minutes/minutes.module.js';
import { MonitoringModule } from '#features/assemblies/monitoring/monitoring.module.js';
import { WritingsModule } from '#features/assemblies/writings/writings.module.js';
import { LocalActsModule } from '#features/registry/local-acts/local-acts.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { FilesModule } from '#platform/files/files.module.js';
import { AgendaRequestsController } from './agenda-requests.controller.js';
import { AkimAnswersController } from './akim-answers.controller.js';
import { AssemblyFilesController } from './assembly-files.controller.js';
import { AttendanceController } from './attendance.controller.js';
import { BodiesController } from './bodies.controller.js';
import { DecisionLinksController } from './decision-links.controller.js';
import { MeetingCourseController } from './meeting-course.controller.js';
import { MeetingPapersController } from './meeting-papers.controller.js';
import { MeetingQuestionsController } from './meeting-questions.controller.js';
import { MeetingsController } from './meetings.controller.js';
import { MinutesController } from './minutes.controller.js';
import { MinutesDispatchController } from './minutes-dispatch.controller.js';
import { MinutesRemarksController } from './minutes-remarks.controller.js';
import { MinutesSignaturesController } from './minutes-signatures.controller.js';
import { MonitoringController } from './monitoring.controller.js';
import { SentFiles } from './sent-files.js';
import { ShownMeeting } from './shown-meeting.js';
import { ShownMinutes } from './shown-minutes.js';
import { WritingsController } from './writings.controller.js';

const FEATURES = [
  BodiesModule,
  MeetingsModule,
  WritingsModule,
  MinutesModule,
  AkimAnswersModule,
  MonitoringModule,
];

/** Assemblies for programs; their features are for the pages too. */
@Module({
  imports: [...FEATURES, FilesModule, LocalActsModule, TerritoriesModule],
  controllers: [
    BodiesController,
    MonitoringController,
    MeetingsController,
    MeetingPapersController,
    MeetingQuestionsController,
    AttendanceController,
    MeetingCourseController,
    WritingsController,
    MinutesController,
    MinutesRemarksController,
    MinutesSignaturesController,
    MinutesDispatchController,
    AkimAnswersController,
    DecisionLinksController,
    AgendaRequestsController,
    AssemblyFilesController,
  ],
  providers: [SentFiles, ShownMeeting, ShownMinutes],
  exports: FEATURES,
})
export class AssemblyApiModule {}
