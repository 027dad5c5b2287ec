import { Module } from '@nestjs/common';
import { DeputiesModule } from '#features/registry/deputies/deputies.module.js';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { BudgetApiModule } from '../../api/budgets/budget-api.module.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { AmendmentPagesController } from './amendment.controller.js';
import { CommissionDesk } from './commission-desk.js';
import { CommissionDeskController } from './desk.controller.js';
import { DossierController } from './dossier.controller.js';
import { HearingPagesController } from './hearing.controller.js';
import { OpinionPagesController } from './opinion.controller.js';
import { HearingProtocolController } from './protocol.controller.js';

/** C01–C04: the desk of the budget commission. */
@Module({
  imports: [BudgetApiModule, DeputiesModule, EnclosuresModule],
  controllers: [
    CommissionDeskController,
    DossierController,
    AmendmentPagesController,
    OpinionPagesController,
    HearingPagesController,
    HearingProtocolController,
  ],
  providers: [CommissionDesk, EnclosingForms],
})
export class CommissionDeskPagesModule {}
