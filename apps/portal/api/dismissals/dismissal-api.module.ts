import { Module } from '@nestjs/common';
import { DismissalsModule } from '#features/budget/dismissals/dismissals.module.js';
import { DismissalActsController } from './dismissal-acts.controller.js';
import { DismissalsController } from './dismissals.controller.js';

/** Dismissals of akims, for programs. */
@Module({
  imports: [DismissalsModule],
  controllers: [DismissalsController, DismissalActsController],
  exports: [DismissalsModule],
})
export class DismissalApiModule {}
