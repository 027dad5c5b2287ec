import { Module } from '@nestjs/common';
import { AkimAnswersModule } from '#features/assemblies/akim-answers/akim-answers.module.js';
import { MinutesModule } from '#features/assemblies/minutes/minutes.module.js';
import { DecisionDeskController } from './decision-desk.controller.js';

/** Decisions of the community on the desks of those who answer them. */
@Module({
  imports: [AkimAnswersModule, MinutesModule],
  controllers: [DecisionDeskController],
})
export class DecisionDeskPagesModule {}
