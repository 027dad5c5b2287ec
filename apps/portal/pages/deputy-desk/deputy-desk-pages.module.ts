import { Module } from '@nestjs/common';
import { AnswersModule } from '#features/petitions/answers/answers.module.js';
import { CollectionsModule } from '#features/petitions/collections/collections.module.js';
import { InquiriesModule } from '#features/petitions/inquiries/inquiries.module.js';
import { PaperSheetsModule } from '#features/petitions/paper-sheets/paper-sheets.module.js';
import { PetitionsModule } from '#features/petitions/petitions/petitions.module.js';
import { SignaturesModule } from '#features/petitions/signatures/signatures.module.js';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { DeputiesModule } from '#features/registry/deputies/deputies.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { ConvocationController } from '../deputy-register/convocation.controller.js';
import { MandateActsController } from '../deputy-register/mandate-acts.controller.js';
import { NewMandateController } from '../deputy-register/new-mandate.controller.js';
import { DeputyRegisterPageController } from '../deputy-register/register.controller.js';
import { DeputyReportController } from '../deputy-register/report.controller.js';
import { DeputyPagesController } from '../deputies/deputies.controller.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { InquiryPagesController } from '../inquiries/inquiries.controller.js';
import { InquiryAnswerController } from '../inquiries/inquiry-answer.controller.js';
import { InquiryCommentController } from '../inquiries/inquiry-comment.controller.js';
import { InquiryDeskController } from '../inquiries/inquiry-desk.controller.js';
import { PaperDeskController } from '../paper-desk/paper-desk.controller.js';
import { SheetPagesController } from '../paper-desk/sheets.controller.js';
import { PetitionAnswerPagesController } from '../petition-desk/answer.controller.js';
import { FollowPetitionController } from '../petition-desk/follow.controller.js';
import { PetitionDeskController } from '../petition-desk/petition-desk.controller.js';
import { PetitionRefusalController } from '../petition-desk/refusal.controller.js';
import { CollectionFormController } from './collection-form.controller.js';
import { CollectionStartController } from './collection-start.controller.js';
import { CollectionController } from './collection.controller.js';
import { DeputyDeskController } from './deputy-desk.controller.js';
import { NewInquiryController } from './new-inquiry.controller.js';
import { OpenOwnCollection } from './own-collection.js';
import { OwnCollections } from './own-collections.js';
import { OwnUnits } from './own-units.js';
import { SessionPagesController } from './session.controller.js';

const FEATURES = [
  AnswersModule,
  CollectionsModule,
  DeputiesModule,
  EnclosuresModule,
  InquiriesModule,
  PaperSheetsModule,
  PetitionsModule,
  SignaturesModule,
  TerritoriesModule,
];

const PAGES = [
  DeputyPagesController,
  DeputyRegisterPageController,
  NewMandateController,
  DeputyReportController,
  ConvocationController,
  MandateActsController,
  InquiryPagesController,
  InquiryAnswerController,
  InquiryCommentController,
  InquiryDeskController,
  DeputyDeskController,
  NewInquiryController,
  CollectionStartController,
  CollectionController,
  SheetPagesController,
  PaperDeskController,
  CollectionFormController,
  SessionPagesController,
  PetitionDeskController,
  PetitionRefusalController,
  PetitionAnswerPagesController,
  FollowPetitionController,
];

/** Deputies and their inquiries for everybody, and the desks of deputies, officials and clerks. */
@Module({
  imports: FEATURES,
  controllers: PAGES,
  providers: [EnclosingForms, OpenOwnCollection, OwnCollections, OwnUnits],
})
export class DeputyDeskPagesModule {}
