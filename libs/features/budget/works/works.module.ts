import { Module } from '@nestjs/common';
import { AcceptWorks } from './accept-works.js';
import { ChangeScope } from './change-scope.js';
import { DecideOnWorks } from './decide-on-works.js';
import { ExportedWorksReader } from './exported-works.reader.js';
import { MarkScopeChangeSeen } from './mark-scope-change-seen.js';
import { NoteMilestone } from './note-milestone.js';
import { RecordWorksAct } from './record-works-act.js';
import { ReportAsResident } from './report-as-resident.js';
import { SignContract } from './sign-contract.js';
import { WorksReader } from './works.reader.js';

const PROVIDERS = [
  AcceptWorks,
  ChangeScope,
  DecideOnWorks,
  ExportedWorksReader,
  MarkScopeChangeSeen,
  NoteMilestone,
  RecordWorksAct,
  ReportAsResident,
  SignContract,
  WorksReader,
];

/** Works of winning projects: contract, milestones, changes, acceptance, what residents see. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class WorksModule {}
