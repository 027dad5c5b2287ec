import { Module } from '@nestjs/common';
import { CollectionsModule } from '#features/petitions/collections/collections.module.js';
import { InquiriesModule } from '#features/petitions/inquiries/inquiries.module.js';
import { PaperSheetsModule } from '#features/petitions/paper-sheets/paper-sheets.module.js';
import { PetitionsModule } from '#features/petitions/petitions/petitions.module.js';
import { DeputiesModule } from '#features/registry/deputies/deputies.module.js';
import { CollectionsController } from '../collections/collections.controller.js';
import { InquiriesController } from '../inquiries/inquiries.controller.js';
import { PaperSheetsController } from '../paper-sheets/paper-sheets.controller.js';
import { DeputiesController } from './deputies.controller.js';
import { DeputyDutiesController } from './deputy-duties.controller.js';
import { DeputyRegisterController } from './deputy-register.controller.js';

const FEATURES = [
  CollectionsModule,
  DeputiesModule,
  InquiriesModule,
  PaperSheetsModule,
  PetitionsModule,
];

const CONTROLLERS = [
  CollectionsController,
  DeputiesController,
  DeputyDutiesController,
  DeputyRegisterController,
  InquiriesController,
  PaperSheetsController,
];

/** The API of deputies: their register, their inquiries, what they do around petitions. */
@Module({ imports: FEATURES, controllers: CONTROLLERS, exports: FEATURES })
export class DeputyApiModule {}
