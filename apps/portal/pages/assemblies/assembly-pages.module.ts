import { Module } from '@nestjs/common';
import { AkimAnswersModule } from '#features/assemblies/akim-answers/akim-answers.module.js';
import { BodiesModule } from '#features/assemblies/bodies/bodies.module.js';
import { MeetingsModule } from '#features/assemblies/meetings/meetings.module.js';
import { MinutesModule } from '#features/assemblies/minutes/minutes.module.js';
import { MonitoringModule } from '#features/assemblies/monitoring/monitoring.module.js';
import { DismissalsModule } from '#features/budget/dismissals/dismissals.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { MinutesPaperController } from '../../api/assemblies/minutes-paper.controller.js';
import { AssemblyPagesController } from './assemblies.controller.js';
import { MeetingPagesController } from './meeting.controller.js';
import { MinutesPagesController } from './minutes.controller.js';
import { ItemQuestionController } from './question.controller.js';
import { MinutesRemarksPageController } from './remarks.controller.js';

/** Public pages of gatherings and assemblies. */
@Module({
  imports: [
    AkimAnswersModule,
    BodiesModule,
    DismissalsModule,
    MeetingsModule,
    MinutesModule,
    MonitoringModule,
    TerritoriesModule,
  ],
  controllers: [
    AssemblyPagesController,
    MeetingPagesController,
    ItemQuestionController,
    MinutesPagesController,
    MinutesRemarksPageController,
    MinutesPaperController,
  ],
})
export class AssemblyPagesModule {}
