import { Module } from '@nestjs/common';
import { AkimAnswersModule } from '../../assemblies/akim-answers/akim-answers.module.js';
import { CheckSheets } from './check-sheets.js';
import { DecideOnDismissal } from './decide-on-dismissal.js';
import { DismissalReader } from './dismissal.reader.js';
import { HandInSheets } from './hand-in-sheets.js';
import { LetDismissalLapse } from './let-dismissal-lapse.js';
import { RaiseDismissalAgain } from './raise-dismissal-again.js';
import { RecordDismissalAct } from './record-dismissal-act.js';
import { StartDismissal } from './start-dismissal.js';
import { VoteOnDismissal } from './vote-on-dismissal.js';

const USE_CASES = [
  CheckSheets,
  DecideOnDismissal,
  HandInSheets,
  LetDismissalLapse,
  RaiseDismissalAgain,
  StartDismissal,
  VoteOnDismissal,
];

/** The way from a ground for dismissing an akim to the superior akim's decision. */
@Module({
  imports: [AkimAnswersModule],
  providers: [DismissalReader, RecordDismissalAct, ...USE_CASES],
  exports: [DismissalReader, ...USE_CASES],
})
export class DismissalsModule {}
