import { Module } from '@nestjs/common';
import { AnswersModule } from '#features/petitions/answers/answers.module.js';
import { PetitionsModule } from '#features/petitions/petitions/petitions.module.js';
import { SignaturesModule } from '#features/petitions/signatures/signatures.module.js';
import { PetitionActsController } from './petition-acts.controller.js';
import { PetitionAnswersController } from './petition-answers.controller.js';
import { PetitionsController } from './petitions.controller.js';
import { PortalPetitionsController } from './portal-petitions.controller.js';
import { ShownPetition } from './shown-petition.js';
import { SignaturesController } from './signatures.controller.js';

/** Petitions for programs; their features are for the pages too. */
@Module({
  imports: [PetitionsModule, SignaturesModule, AnswersModule],
  controllers: [
    PetitionsController,
    PetitionActsController,
    PetitionAnswersController,
    PortalPetitionsController,
    SignaturesController,
  ],
  providers: [ShownPetition],
  exports: [PetitionsModule, SignaturesModule, AnswersModule],
})
export class PetitionApiModule {}
