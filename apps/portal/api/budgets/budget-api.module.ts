import { Module } from '@nestjs/common';
import { ObligationsModule } from '#features/budget/obligations/obligations.module.js';
import { ObligationsController } from '../obligations/obligations.controller.js';

const FEATURES = [ObligationsModule];

/** The way from decisions to money, for programs; its features are for the pages too. */
@Module({ imports: FEATURES, controllers: [ObligationsController], exports: FEATURES })
export class BudgetApiModule {}
