import { Module } from '@nestjs/common';
import { LocalBudgetsModule } from '#features/budget/local-budgets/local-budgets.module.js';
import { SessionsModule } from '#features/budget/sessions/sessions.module.js';
import { CollectionsModule } from '#features/petitions/collections/collections.module.js';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { DeputiesModule } from '#features/registry/deputies/deputies.module.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { SessionPagesController } from '../sessions/sessions.controller.js';
import { AdoptionController } from './adoption.controller.js';
import { SessionAttendanceController } from './attendance.controller.js';
import { ConveneSessionController } from './convene.controller.js';
import { SessionDeskController } from './desk.controller.js';
import { SessionMaterialsController } from './materials.controller.js';
import { PublicationOfDecisionController } from './publication.controller.js';
import { QuestionVoteController } from './question.controller.js';
import { RefinementController } from './refinement.controller.js';
import { SessionForms } from './session-forms.js';
import { SessionOnDeskController } from './session.controller.js';

/** Sessions of maslikhats: the desk of the secretary, and what everybody may read. */
@Module({
  imports: [
    CollectionsModule,
    DeputiesModule,
    EnclosuresModule,
    LocalBudgetsModule,
    SessionsModule,
  ],
  controllers: [
    SessionDeskController,
    ConveneSessionController,
    SessionAttendanceController,
    SessionMaterialsController,
    QuestionVoteController,
    AdoptionController,
    RefinementController,
    PublicationOfDecisionController,
    SessionOnDeskController,
    SessionPagesController,
  ],
  providers: [EnclosingForms, SessionForms],
})
export class SessionDeskPagesModule {}
