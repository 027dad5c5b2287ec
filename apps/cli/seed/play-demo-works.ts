import { QuarterlyReportReader } from '#features/budget/quarterly-reports/quarterly-report.reader.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import type { ListedWorksRow } from '#features/budget/works/works-row.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type DemoSite, siteOn } from './demo-site.js';
import type { DemoStage } from './demo-stage.js';
import { DEMO_WORKS, type SiteVisit } from './demo-works.js';

/** Something that happened on a day. */
interface Event {
  readonly on: CivilDate;
  readonly happen: (site: DemoSite) => Promise<void>;
}

/** The quarterly reports of the story: days after the last day; null was never written. */
const REPORTED_AFTER_DUE = [-3, 12, null] as const;

/** What happened to the winners of a round, day by day; the last report owed is in time. */
export async function playDemoWorks(stage: DemoStage): Promise<void> {
  const { app, actors, roundId, office } = stage;
  const [officer] = await actors.holders('officer', office);
  if (!officer) throw new Error('The demo town lacks an officer');
  const works = await app.get(WorksReader, { strict: false }).listOfRound(roundId);
  const events = [
    ...(await reportEvents(stage, officer)),
    ...DEMO_WORKS.flatMap(({ title, days }) => {
      const project = works.find((each) => each.title.kk === title);
      return project ? days.map((day) => siteEvent(stage, { project, officer, day })) : [];
    }),
  ];
  for (const { on, happen } of events.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
    await happen(siteOn(app, on));
}

type SiteDay = readonly [daysAgo: number, act: (visit: SiteVisit) => Promise<unknown>];

function siteEvent(
  { app, actors }: DemoStage,
  {
    project,
    officer,
    day: [daysAgo, act],
  }: { readonly project: ListedWorksRow; readonly officer: SignedIn; readonly day: SiteDay },
): Event {
  const on = addDays(project.today, -daysAgo);
  const asked = { person: officer, projectId: project.projectId, version: null };
  return {
    on,
    happen: async (site) =>
      void (await act({ app, actors, site, asked, on, today: project.today })),
  };
}

async function reportEvents(
  { app, roundId }: DemoStage,
  officer: SignedIn,
): Promise<readonly Event[]> {
  const round = await app.get(QuarterlyReportReader, { strict: false }).get(roundId);
  return round.quarters.toReversed().flatMap(({ from, dueOn }, place): Event[] => {
    const after = place < REPORTED_AFTER_DUE.length ? REPORTED_AFTER_DUE[place]! : -1;
    if (after === null || addDays(dueOn, after) >= round.today) return [];
    const text = {
      kk: 'Жұмыс кестеге сай жүріп жатыр, кешіккендерінің себебі кестеде көрсетілген.',
      ru: 'Работы идут; где есть задержка, причина указана в таблице.',
    };
    const report = { quarter: from, text };
    return [
      {
        on: addDays(dueOn, after),
        happen: ({ publishReport }) => publishReport.run(officer, roundId, report),
      },
    ];
  });
}
