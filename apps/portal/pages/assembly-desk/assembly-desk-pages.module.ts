import { Module } from '@nestjs/common';
import { BodiesModule } from '#features/assemblies/bodies/bodies.module.js';
import { MeetingsModule } from '#features/assemblies/meetings/meetings.module.js';
import { MinutesModule } from '#features/assemblies/minutes/minutes.module.js';
import { MonitoringModule } from '#features/assemblies/monitoring/monitoring.module.js';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { WordingsModule } from '#features/assemblies/wordings/wordings.module.js';
import { WritingsModule } from '#features/assemblies/writings/writings.module.js';
import { LocalActsModule } from '#features/registry/local-acts/local-acts.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { AttendancePagesController } from './attendance.controller.js';
import { AssemblyMembersController } from './body.controller.js';
import { ConvenePagesController } from './convene.controller.js';
import { AssemblyDeskController } from './desk.controller.js';
import { MeetingDeskController } from './meeting-desk.controller.js';
import { MinutesDeskController } from './minutes-desk.controller.js';
import { AgendaPapersController } from './papers.controller.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { MonitoringFormController } from './monitoring.controller.js';
import { NoticePostingController } from './posting.controller.js';
import { SignMinutesController } from './sign.controller.js';
import { WordingsController } from './wordings.controller.js';
import { WritingPagesController } from './writing.controller.js';

/** The desk of an assembly's secretary, and signing. */
@Module({
  imports: [
    BodiesModule,
    EnclosuresModule,
    LocalActsModule,
    MeetingsModule,
    MinutesModule,
    MonitoringModule,
    TerritoriesModule,
    WordingsModule,
    WritingsModule,
  ],
  controllers: [
    AssemblyDeskController,
    AssemblyMembersController,
    MonitoringFormController,
    WordingsController,
    ConvenePagesController,
    MeetingDeskController,
    AgendaPapersController,
    NoticePostingController,
    AttendancePagesController,
    WritingPagesController,
    MinutesDeskController,
    SignMinutesController,
  ],
  providers: [EnclosingForms],
})
export class AssemblyDeskPagesModule {}
