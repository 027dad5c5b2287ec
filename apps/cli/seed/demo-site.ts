import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { PublishQuarterlyReport } from '#features/budget/quarterly-reports/publish-quarterly-report.js';
import { QuarterlyReportReader } from '#features/budget/quarterly-reports/quarterly-report.reader.js';
import { AcceptWorks } from '#features/budget/works/accept-works.js';
import { ChangeScope } from '#features/budget/works/change-scope.js';
import { DecideOnWorks } from '#features/budget/works/decide-on-works.js';
import { MarkScopeChangeSeen } from '#features/budget/works/mark-scope-change-seen.js';
import { NoteMilestone } from '#features/budget/works/note-milestone.js';
import { RecordWorksAct } from '#features/budget/works/record-works-act.js';
import { ReportAsResident } from '#features/budget/works/report-as-resident.js';
import { SignContract } from '#features/budget/works/sign-contract.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { AddEnclosure } from '#features/record/enclosures/add-enclosure.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { Uploads } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { type DrawingName, drawPicture } from './demo-drawings.js';
import { pastClock } from './past-clock.js';

/** The acts on the building site, done on a day that is over. */
export function siteOn(app: INestApplicationContext, today: CivilDate) {
  const clock = pastClock(today);
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const recordAct = new RecordWorksAct(unitOfWork, clock);
  return {
    signContract: new SignContract(recordAct),
    noteMilestone: new NoteMilestone(recordAct),
    acceptWorks: new AcceptWorks(recordAct),
    changeScope: new ChangeScope(recordAct),
    decideOnWorks: new DecideOnWorks(recordAct),
    markSeen: new MarkScopeChangeSeen(unitOfWork, clock),
    reportAsResident: new ReportAsResident(unitOfWork, clock),
    publishReport: new PublishQuarterlyReport(
      unitOfWork,
      clock,
      app.get(QuarterlyReportReader, { strict: false }),
      app.get(WorksReader, { strict: false }),
    ),
  };
}

export type DemoSite = ReturnType<typeof siteOn>;

/** @returns the id of a loose photo, drawn for the demo town */
export async function takeDemoPhoto(
  app: INestApplicationContext,
  person: SignedIn,
  drawing: DrawingName,
): Promise<string> {
  const uploads = app.get(Uploads, { strict: false });
  const upload = await uploads.receive(Readable.from([await drawPicture(drawing)]), 'site.png');
  const { id } = await app
    .get(AddEnclosure, { strict: false })
    .run(person, upload)
    .finally(() => uploads.discard(upload));
  return id;
}
