import { Platform1793900000000 } from './migrations/1793900000000-platform.js';
import { Registry1793900100000 } from './migrations/1793900100000-registry.js';
import { RoundsAndProposals1793900200000 } from './migrations/1793900200000-rounds-and-proposals.js';
import { BallotsAndResults1793900300000 } from './migrations/1793900300000-ballots-and-results.js';
import { TallyStudies1793900400000 } from './migrations/1793900400000-tally-studies.js';
import { Lotteries1793900500000 } from './migrations/1793900500000-lotteries.js';
import { Petitions1794000000000 } from './migrations/1794000000000-petitions.js';
import { DeputiesAndInquiries1794100000000 } from './migrations/1794100000000-deputies-and-inquiries.js';
import { CollectionsAndSessions1794100000001 } from './migrations/1794100000001-collections-and-sessions.js';
import { PaperSheets1794100000002 } from './migrations/1794100000002-paper-sheets.js';
import { Enclosures1794200000000 } from './migrations/1794200000000-enclosures.js';
import { NewsReadings1794200000001 } from './migrations/1794200000001-news-readings.js';
import { BodiesAndMeetings1794300000000 } from './migrations/1794300000000-bodies-and-meetings.js';
import { WritingsAndMinutes1794300000001 } from './migrations/1794300000001-writings-and-minutes.js';
import { DecisionsOfCommunities1794300000002 } from './migrations/1794300000002-decisions-of-communities.js';
import { Ledger1794400000000 } from './migrations/1794400000000-ledger.js';
import { SecrecyOfBallots1794400000001 } from './migrations/1794400000001-secrecy-of-ballots.js';
import { RoundArchives1794500000000 } from './migrations/1794500000000-round-archives.js';
import { Obligations1794600000000 } from './migrations/1794600000000-obligations.js';
import { BudgetsAndSessions1794600000001 } from './migrations/1794600000001-budgets-and-sessions.js';
import { Works1794700000000 } from './migrations/1794700000000-works.js';
import { PressureReports1794800000000 } from './migrations/1794800000000-pressure-reports.js';
import { IntegrityReports1794800000001 } from './migrations/1794800000001-integrity-reports.js';
import { Dismissals1794900000000 } from './migrations/1794900000000-dismissals.js';
import { MonitoringReports1794900000001 } from './migrations/1794900000001-monitoring-reports.js';
import { KeptWordings1794900000002 } from './migrations/1794900000002-kept-wordings.js';
import { BudgetDesks1795000000000 } from './migrations/1795000000000-budget-desks.js';
import { QuestionsOfSessions1795100000000 } from './migrations/1795100000000-questions-of-sessions.js';
import { DelegationsAndHandovers1795100000001 } from './migrations/1795100000001-delegations-and-handovers.js';
import { AdoptedBudgets1795200000000 } from './migrations/1795200000000-adopted-budgets.js';
import { TrailIndexes1795200000001 } from './migrations/1795200000001-trail-indexes.js';
import { PersonalKeys1795300000000 } from './migrations/1795300000000-personal-keys.js';
import { Quarantines1795400000000 } from './migrations/1795400000000-quarantines.js';
import { SealedOpenings1795400000001 } from './migrations/1795400000001-sealed-openings.js';
import { PortalSwitches1795500000000 } from './migrations/1795500000000-portal-switches.js';
import { ProvenSessions1795730000000 } from './migrations/1795730000000-proven-sessions.js';
import { ContactsAndMessages1795720000000 } from './migrations/1795720000000-contacts-and-messages.js';
import { FunctionsOfParts1795760000000 } from './migrations/1795760000000-functions-of-parts.js';
import {
  ContractBallotsByPeriod1795760000001,
  ContractLeavesByPeriod1795760000003,
  ContractSignaturesByPeriod1795760000002,
} from './migrations/1795760000001-parts-by-period.js';

/** Every change of the schema, in order. */
export const MIGRATIONS = [
  Platform1793900000000,
  Registry1793900100000,
  RoundsAndProposals1793900200000,
  BallotsAndResults1793900300000,
  TallyStudies1793900400000,
  Lotteries1793900500000,
  Petitions1794000000000,
  DeputiesAndInquiries1794100000000,
  CollectionsAndSessions1794100000001,
  PaperSheets1794100000002,
  Enclosures1794200000000,
  NewsReadings1794200000001,
  BodiesAndMeetings1794300000000,
  WritingsAndMinutes1794300000001,
  DecisionsOfCommunities1794300000002,
  Ledger1794400000000,
  SecrecyOfBallots1794400000001,
  RoundArchives1794500000000,
  Obligations1794600000000,
  BudgetsAndSessions1794600000001,
  Works1794700000000,
  PressureReports1794800000000,
  IntegrityReports1794800000001,
  Dismissals1794900000000,
  MonitoringReports1794900000001,
  KeptWordings1794900000002,
  BudgetDesks1795000000000,
  QuestionsOfSessions1795100000000,
  DelegationsAndHandovers1795100000001,
  AdoptedBudgets1795200000000,
  TrailIndexes1795200000001,
  PersonalKeys1795300000000,
  Quarantines1795400000000,
  SealedOpenings1795400000001,
  PortalSwitches1795500000000,
  ProvenSessions1795730000000,
  ContactsAndMessages1795720000000,
  FunctionsOfParts1795760000000,
  ContractBallotsByPeriod1795760000001,
  ContractSignaturesByPeriod1795760000002,
  ContractLeavesByPeriod1795760000003,
];
