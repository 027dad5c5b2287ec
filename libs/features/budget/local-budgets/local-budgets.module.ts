import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeputiesModule } from '../../registry/deputies/deputies.module.js';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { AddLines } from './add-lines.js';
import { AgreeBudget } from './agree-budget.js';
import { BudgetLineRecord } from './budget-line.record.js';
import { BudgetDeskReader } from './desk.reader.js';
import { BudgetReader } from './budget.reader.js';
import { BudgetRecord } from './budget.record.js';
import { ChangeLine } from './change-line.js';
import { ConcludeOnAmendment } from './conclude-on-amendment.js';
import { DraftBudget } from './draft-budget.js';
import { EditBudget } from './edit-budget.js';
import { EnterQuarterlyPlan } from './enter-quarterly-plan.js';
import { GiveOpinion } from './give-opinion.js';
import { LineOriginReader } from './line-origin.reader.js';
import { PreviewImport } from './preview-import.js';
import { ProposeAmendment } from './propose-amendment.js';
import { ReadinessReader } from './readiness.reader.js';
import { RemoveLine } from './remove-line.js';
import { SubmitBudget } from './submit-budget.js';
import { TakeImport } from './take-import.js';

const USE_CASES = [
  AddLines,
  AgreeBudget,
  ChangeLine,
  ConcludeOnAmendment,
  DraftBudget,
  EditBudget,
  EnterQuarterlyPlan,
  GiveOpinion,
  PreviewImport,
  ProposeAmendment,
  RemoveLine,
  SubmitBudget,
  TakeImport,
];

const READERS = [BudgetDeskReader, BudgetReader, ReadinessReader];

/** Local budgets: drafts, lines with their origins, amendments, opinions of commissions. */
@Module({
  imports: [
    TypeOrmModule.forFeature([BudgetRecord, BudgetLineRecord]),
    DeputiesModule,
    TerritoriesModule,
  ],
  providers: [...READERS, LineOriginReader, ...USE_CASES],
  exports: [...READERS, ...USE_CASES],
})
export class LocalBudgetsModule {}
