import { Module } from '@nestjs/common';
import { CollectionsModule } from '../../petitions/collections/collections.module.js';
import { DeputiesModule } from '../../registry/deputies/deputies.module.js';
import { LocalBudgetsModule } from '../local-budgets/local-budgets.module.js';
import { AdoptBudget } from './adopt-budget.js';
import { ConveneSession } from './convene-session.js';
import { EndSession } from './end-session.js';
import { NoteAttendance } from './note-attendance.js';
import { RefineBudget } from './refine-budget.js';
import { SessionReader } from './session.reader.js';

const USE_CASES = [AdoptBudget, ConveneSession, EndSession, NoteAttendance, RefineBudget];

/** Sessions of maslikhats: convening, attendance, votes by name, decisions about budgets. */
@Module({
  imports: [CollectionsModule, DeputiesModule, LocalBudgetsModule],
  providers: [SessionReader, ...USE_CASES],
  exports: [SessionReader, ...USE_CASES],
})
export class SessionsModule {}
