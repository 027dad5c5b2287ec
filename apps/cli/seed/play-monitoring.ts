import { Readable } from 'node:stream';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import {
  membersOn,
  periodOf,
  PublishMonitoringReport,
} from '#features/assemblies/monitoring/publish-monitoring-report.js';
import { AddEnclosure } from '#features/record/enclosures/add-enclosure.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { Uploads } from '#platform/files/uploads.js';
import { paperPdf } from '#platform/paper/paper-pdf.js';
import type { DemoAssembly } from './demo-assembly.js';
import { MONITORING } from './demo-meetings.js';

/** The commission reported on the half-year before this one; the one before that went unreported. */
export async function playMonitoring(assembly: DemoAssembly): Promise<void> {
  const { app, secretary, today } = assembly;
  const period = periodOf(addDays(periodOf(today).from, -1));
  const body = await app
    .get(BodyReader, { strict: false })
    .getOn(DEMO.qarasu, 'assembly', period.until);
  const commission = membersOn(body, period.until).filter(({ onCommission }) => onCommission);
  const paper = await sendSignedPaper(assembly);
  await app.get(PublishMonitoringReport, { strict: false }).run(secretary, {
    territory: DEMO.qarasu,
    periodAt: period.from,
    signedOn: addDays(period.until, -3),
    signedBy: commission.map(({ id }) => id),
    ...MONITORING,
    enclosures: [paper],
  });
}

/** @returns the id of a loose file: the report as it was signed on paper */
async function sendSignedPaper({ app, secretary }: DemoAssembly): Promise<string> {
  const { findings, recommendations } = MONITORING;
  const pdf = await paperPdf({
    title: 'Мониторинг есебі',
    lang: 'kk',
    blocks: [
      { kind: 'title', text: 'Мониторинг есебі' },
      { kind: 'text', text: findings.kk },
      { kind: 'text', text: recommendations.kk },
    ],
    foot: { lines: [], address: 'https://example.org/qarasu', page: (page) => page },
  });
  const uploads = app.get(Uploads, { strict: false });
  const upload = await uploads.receive(Readable.from([pdf]), 'monitoring.pdf');
  const { id } = await app
    .get(AddEnclosure, { strict: false })
    .run(secretary, upload)
    .finally(() => uploads.discard(upload));
  return id;
}
