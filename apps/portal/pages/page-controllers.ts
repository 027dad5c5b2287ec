import { RulebookPageController } from './rulebook/rulebook.controller.js';
import { RoundPagesController } from './rounds/rounds.controller.js';
import { RoundSetupController } from './round-setup/setup.controller.js';
import { RoundDeskController } from './round-setup/round-desk.controller.js';
import { RoundEditController } from './round-setup/round-edit.controller.js';
import { ExtensionPagesController } from './round-setup/extension-pages.controller.js';
import { PlacePagesController } from './places/places.controller.js';
import { HomePageController } from './home/home.controller.js';
import { AuditPageController } from './audit/audit.controller.js';
import { FrontDoorController } from './front-door.controller.js';
import { EgovPagesController } from './identity/egov.controller.js';
import { IdentityPagesController } from './identity/identity.controller.js';
import { CountingPagesController } from './counting/counting-pages.controller.js';
import { LotteryPagesController } from './lottery/lottery-pages.controller.js';
import { OpeningKeysPageController } from './opening-keys/opening-keys.controller.js';
import { QuarantinePagesController } from './quarantine/quarantine-pages.controller.js';
import { CountPagesController } from './results/count-pages.controller.js';
import { PublicationPagesController } from './results/publication-pages.controller.js';
import { ResultsPagesController } from './results/results-pages.controller.js';
import { AboutPagesController } from './about/about.controller.js';
import { ErasurePagesController } from './my/erasure.controller.js';
import { MySessionsController } from './my/my-sessions.controller.js';
import { ContactPagesController } from './contacts/contacts.controller.js';
import { ContactCodeController } from './contacts/contact-code.controller.js';
import { MyPagesController } from './my/my.controller.js';
import { IntegrityPageController } from './integrity/integrity.controller.js';
import { PressureDeskController } from './pressure/pressure-desk.controller.js';
import { PressurePagesController } from './pressure/pressure.controller.js';
import { ReceiptPagesController } from './receipt/receipts.controller.js';
import { LedgerPagesController } from './ledger/ledger-pages.controller.js';
import { RunningPageController } from './running/running.controller.js';
import { SwitchesPageController } from './switches/switches.controller.js';
import { ShortReceiptController } from './receipt/short-receipt.controller.js';

/** Pages that need no module of their own. */
export const PAGE_CONTROLLERS = [
  RulebookPageController,
  RoundPagesController,
  RoundSetupController,
  RoundDeskController,
  RoundEditController,
  ExtensionPagesController,
  PlacePagesController,
  HomePageController,
  AuditPageController,
  FrontDoorController,
  EgovPagesController,
  IdentityPagesController,
  CountingPagesController,
  LotteryPagesController,
  QuarantinePagesController,
  OpeningKeysPageController,
  CountPagesController,
  PublicationPagesController,
  ResultsPagesController,
  AboutPagesController,
  MyPagesController,
  MySessionsController,
  ErasurePagesController,
  ContactPagesController,
  ContactCodeController,
  LedgerPagesController,
  IntegrityPageController,
  PressureDeskController,
  PressurePagesController,
  ReceiptPagesController,
  RunningPageController,
  SwitchesPageController,
  ShortReceiptController,
];
