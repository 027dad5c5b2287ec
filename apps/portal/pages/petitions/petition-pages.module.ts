import { Module } from '@nestjs/common';
import { CollectionsModule } from '#features/petitions/collections/collections.module.js';
import { SignerNewsModule } from '#features/petitions/signer-news/signer-news.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { PetitionApiModule } from '../../api/petitions/petition-api.module.js';
import { MyPetitionsController } from './mine.controller.js';
import { PetitionPagesController } from './petitions.controller.js';
import { MyNewsController } from './my-news.controller.js';
import { SignPagesController } from './sign.controller.js';
import { SignedPagesController } from './signed.controller.js';

/** Public pages of petitions, and signing. */
@Module({
  imports: [CollectionsModule, PetitionApiModule, SignerNewsModule, TerritoriesModule],
  controllers: [
    PetitionPagesController,
    SignPagesController,
    SignedPagesController,
    MyPetitionsController,
    MyNewsController,
  ],
})
export class PetitionPagesModule {}
