import { AkimAnswersModule } from '#features/assemblies/akim-answers/akim-answers.module.js';
import { BodiesModule } from '#features/assemblies/bodies/bodies.module.js';
import { MeetingsModule } from '#features/assemblies/meetings/meetings.module.js';
import { MinutesModule } from '#features/assemblies/minutes/minutes.module.js';
import { WritingsModule } from '#features/assemblies/writings/writings.module.js';
import { ArchivesModule } from '#features/proof/archives/archives.module.js';
import { AuditTrailModule } from '#features/record/audit-trail/audit-trail.module.js';
import { BallotsModule } from '#features/participation/ballots/ballots.module.js';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { ExpertReviewModule } from '#features/participation/expert-review/expert-review.module.js';
import { ProposalsModule } from '#features/participation/proposals/proposals.module.js';
import { LocalActsModule } from '#features/registry/local-acts/local-acts.module.js';
import { OfficersModule } from '#features/registry/officers/officers.module.js';
import { ResidentsModule } from '#features/registry/residents/residents.module.js';
import { ResultsModule } from '#features/participation/results/results.module.js';
import { IntegrityModule } from '#features/proof/integrity/integrity.module.js';
import { PortalSwitchesModule } from '#features/record/portal-switches/portal-switches.module.js';
import { PressureReportsModule } from '#features/proof/pressure-reports/pressure-reports.module.js';
import { SignerNewsModule } from '#features/petitions/signer-news/signer-news.module.js';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { ReceiptChecksModule } from '#features/proof/receipt-checks/receipt-checks.module.js';
import { OpeningsModule } from '#features/proof/openings/openings.module.js';
import { ErasureModule } from '#features/proof/erasure/erasure.module.js';
import { LedgerModule } from '#features/proof/ledger/ledger.module.js';
import { ContactsModule } from '#features/outreach/contacts/contacts.module.js';
import { NoticesModule } from '#features/outreach/notices/notices.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';

/** What the portal can do, whichever way it is asked. */
export const PORTAL_FEATURES = [
  ArchivesModule,
  AuditTrailModule,
  BallotsModule,
  EnclosuresModule,
  ExpertReviewModule,
  ProposalsModule,
  ErasureModule,
  LedgerModule,
  OpeningsModule,
  ReceiptChecksModule,
  LocalActsModule,
  OfficersModule,
  ResidentsModule,
  ResultsModule,
  IntegrityModule,
  PortalSwitchesModule,
  PressureReportsModule,
  RoundsModule,
  SignerNewsModule,
  TerritoriesModule,
  BodiesModule,
  MeetingsModule,
  WritingsModule,
  MinutesModule,
  AkimAnswersModule,
  ContactsModule,
  NoticesModule,
];
