import { Module } from '@nestjs/common';
import { CollectionsModule } from '../../petitions/collections/collections.module.js';
import { DeputiesModule } from '../../registry/deputies/deputies.module.js';
import { LocalBudgetsModule } from '../local-budgets/local-budgets.module.js';
import { AddSessionMaterial } from './add-session-material.js';
import { AdoptBudget } from './adopt-budget.js';
import { ConveneSession } from './convene-session.js';
import { DecideQuestion } from './decide-question.js';
import { EndSession } from './end-session.js';
import { NoteAttendance } from './note-attendance.js';
import { NotePublication } from './note-publication.js';
import { PauseSession } from './pause-session.js';
import { RefineBudget } from './refine-budget.js';
import { SessionMatterReader } from './session-matter.reader.js';
import { SessionReader } from './session.reader.js';
import { SetSessionBroadcast } from './set-session-broadcast.js';

const USE_CASES = [
  AddSessionMaterial,
  AdoptBudget,
  ConveneSession,
  DecideQuestion,
  EndSession,
  NoteAttendance,
  NotePublication,
  PauseSession,
  RefineBudget,
  SetSessionBroadcast,
];

/** Sessions of maslikhats: convening, attendance, votes by name, decisions about budgets. */
@Module({
  imports: [CollectionsModule, DeputiesModule, LocalBudgetsModule],
  providers: [SessionMatterReader, SessionReader, ...USE_CASES],
  exports: [SessionMatterReader, SessionReader, ...USE_CASES],
})
export class SessionsModule {}
