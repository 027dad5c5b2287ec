import { Module } from '@nestjs/common';
import { LocalBudgetsModule } from '../local-budgets/local-budgets.module.js';
import { ComparisonReader } from './comparison.reader.js';
import { EnterExecution } from './enter-execution.js';
import { ExecutionReader } from './execution.reader.js';

/** Execution of budgets by quarter, and the comparison of what was planned with what was paid. */
@Module({
  imports: [LocalBudgetsModule],
  providers: [ComparisonReader, EnterExecution, ExecutionReader],
  exports: [ComparisonReader, EnterExecution, ExecutionReader],
})
export class ExecutionModule {}
