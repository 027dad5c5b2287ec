import { Module } from '@nestjs/common';
import { AkimAnswersModule } from '#features/assemblies/akim-answers/akim-answers.module.js';
import { SessionsModule } from '#features/budget/sessions/sessions.module.js';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { DeputiesModule } from '#features/registry/deputies/deputies.module.js';
import { DismissalApiModule } from '../../api/dismissals/dismissal-api.module.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { DismissalDeskController } from './dismissal-desk.controller.js';
import { DismissalFormsController } from './dismissal-forms.controller.js';
import { DismissalPagesController } from './dismissals.controller.js';
import { DismissalActing } from './dismissal-acting.js';

/** Dismissals of akims: for everybody, and for those who record the steps. */
@Module({
  imports: [
    AkimAnswersModule,
    DeputiesModule,
    DismissalApiModule,
    EnclosuresModule,
    SessionsModule,
  ],
  controllers: [DismissalPagesController, DismissalDeskController, DismissalFormsController],
  providers: [DismissalActing, EnclosingForms],
})
export class DismissalPagesModule {}
