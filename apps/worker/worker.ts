import type { INestApplicationContext } from '@nestjs/common';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import { PeriodicJobs } from '#platform/outbox/periodic-jobs.js';
import { forgetLooseEnclosures } from './enclosures/forget-loose-enclosures.js';
import { sealOpeningsOfClosedRounds } from './openings/seal-openings-of-closed-rounds.js';
import { freezeArchivesOfPublishedRounds } from './archives/freeze-archives-of-published-rounds.js';
import { compareMinutesWithWhatWasSigned } from './assemblies/compare-minutes-with-what-was-signed.js';
import { tellThatMinutesAndAnswersAreLate } from './assemblies/tell-that-minutes-and-answers-are-late.js';
import { erasePeopleOnTerm } from './erasure/erase-people-on-term.js';
import { listErasedKeys } from './erasure/list-erased-keys.js';
import { forgetOldBallotDrafts } from './ballots/forget-old-ballot-drafts.js';
import { noteDutiesAndWarnTheirOwners } from './budget/note-duties-and-warn-their-owners.js';
import { writeIntegrityReports } from './integrity/write-integrity-reports.js';
import { keepTheLedger } from './ledger/keep-the-ledger.js';
import { makePartsOfTablesAhead } from './parts/make-parts-of-tables-ahead.js';
import { compareSignatureCountsAtNight } from './petitions/compare-signature-counts-at-night.js';
import { forwardPetitionsWhoseWindowIsOver } from './petitions/forward-petitions-whose-window-is-over.js';
import { sendPetitionsThatReachedTheirThreshold } from './petitions/send-petitions-that-reached-their-threshold.js';
import { forgetOldMessages } from './messages/forget-old-messages.js';
import { sendMessages } from './messages/send-messages.js';
import { tellPeopleOfNews } from './messages/tell-people-of-news.js';
import { letUncorrectedProposalsLapse } from './proposals/let-uncorrected-proposals-lapse.js';
import { removeBytesOfRemovedFiles } from './proposals/remove-bytes-of-removed-files.js';
import { closeRoundsWhoseVotingEnded } from './results/close-rounds-whose-voting-ended.js';
import { studyCountedRounds } from './results/study-counted-rounds.js';
import { makeUnansweredRefusalsFinal } from './review/make-unanswered-refusals-final.js';

const DELIVERY_EVERY_MS = 500;

/** Starts what happens by itself: delivery of the outbox and the registered jobs. */
export function startWorker(app: INestApplicationContext): PeriodicJobs {
  const jobs = app.get(PeriodicJobs, { strict: false });
  const delivery = app.get(OutboxDelivery, { strict: false });
  jobs.register({
    name: 'deliver-outbox-messages',
    everyMs: DELIVERY_EVERY_MS,
    run: async () => void (await delivery.deliverDue()),
  });
  removeBytesOfRemovedFiles(app);
  sendPetitionsThatReachedTheirThreshold(app);
  tellPeopleOfNews(app);
  for (const job of sendMessages(app)) jobs.register(job);
  jobs.register(forgetOldMessages(app));
  jobs.register(letUncorrectedProposalsLapse(app));
  jobs.register(closeRoundsWhoseVotingEnded(app));
  jobs.register(studyCountedRounds(app));
  jobs.register(sealOpeningsOfClosedRounds(app));
  jobs.register(freezeArchivesOfPublishedRounds(app));
  jobs.register(makeUnansweredRefusalsFinal(app));
  jobs.register(forwardPetitionsWhoseWindowIsOver(app));
  jobs.register(compareSignatureCountsAtNight(app));
  jobs.register(forgetOldBallotDrafts(app));
  jobs.register(noteDutiesAndWarnTheirOwners(app));
  jobs.register(writeIntegrityReports(app));
  jobs.register(makePartsOfTablesAhead(app));
  jobs.register(keepTheLedger(app));
  jobs.register(forgetLooseEnclosures(app));
  jobs.register(listErasedKeys(app));
  jobs.register(erasePeopleOnTerm(app));
  jobs.register(tellThatMinutesAndAnswersAreLate(app));
  jobs.register(compareMinutesWithWhatWasSigned(app));
  jobs.start();
  return jobs;
}
