import { ArchivesController } from './archives/archives.controller.js';
import { AuditTrailController } from './audit-trail/audit-trail.controller.js';
import { BallotsController } from './ballots/ballots.controller.js';
import { ReceiptsController } from './ballots/receipts.controller.js';
import { EnclosuresController } from './enclosures/enclosures.controller.js';
import { StoredEnclosuresController } from './enclosures/stored-enclosures.controller.js';
import { HealthController } from './system/health.controller.js';
import { ProjectsController } from './proposals/projects.controller.js';
import { ProposalFilesController } from './proposals/proposal-files.controller.js';
import { ProposalsController } from './proposals/proposals.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { OpeningsController } from './ledger/openings.controller.js';
import { LotteryController } from './lottery/lottery.controller.js';
import { OpeningKeysController } from './ledger/opening-keys.controller.js';
import { QuarantinesController } from './quarantines/quarantines.controller.js';
import { ClosureController } from './results/closure.controller.js';
import { PublicationController } from './results/publication.controller.js';
import { ResultsController } from './results/results.controller.js';
import { AppealsController } from './review/appeals.controller.js';
import { ChecksController } from './review/checks.controller.js';
import { DecisionsController } from './review/decisions.controller.js';
import { ExtensionsController } from './rounds/extensions.controller.js';
import { RoundActsController } from './rounds/round-acts.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { RulebookController } from './rulebook/rulebook.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { IntegrityController } from './integrity/integrity.controller.js';
import { PressureReportsController } from './pressure-reports/pressure-reports.controller.js';
import { StoredFilesController } from './proposals/stored-files.controller.js';
import { TerritoriesController } from './territories/territories.controller.js';

/** The API under `/api/v1`, by feature. */
export const API_CONTROLLERS = [
  ArchivesController,
  AuditTrailController,
  BallotsController,
  ReceiptsController,
  EnclosuresController,
  StoredEnclosuresController,
  HealthController,
  IntegrityController,
  PressureReportsController,
  ProjectsController,
  ProposalFilesController,
  ProposalsController,
  LedgerController,
  OpeningsController,
  LotteryController,
  QuarantinesController,
  OpeningKeysController,
  ClosureController,
  PublicationController,
  ResultsController,
  AppealsController,
  ChecksController,
  DecisionsController,
  ExtensionsController,
  RoundActsController,
  RoundsController,
  RulebookController,
  SessionsController,
  StoredFilesController,
  TerritoriesController,
];
