import { Module } from '@nestjs/common';
import { AcceptWorks } from './accept-works.js';
import { NoteMilestone } from './note-milestone.js';
import { PublishProgressReport } from './publish-progress-report.js';
import { ReportOnWorks } from './report-on-works.js';
import { SignContract } from './sign-contract.js';
import { WorksReader } from './works.reader.js';

const USE_CASES = [AcceptWorks, NoteMilestone, PublishProgressReport, ReportOnWorks, SignContract];

/** Works of residents' projects: contract, milestones, acceptance, what residents see. */
@Module({ providers: [WorksReader, ...USE_CASES], exports: [WorksReader, ...USE_CASES] })
export class ImplementationModule {}
