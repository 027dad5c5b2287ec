import type { INestApplicationContext } from '@nestjs/common';
import type { WorksAsked } from '#features/budget/works/record-works-act.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { tenge } from '#rules/kernel/money.js';
import type { DemoActors } from './demo-actors.js';
import type { DrawingName } from './demo-drawings.js';
import { type DemoSite, takeDemoPhoto } from './demo-site.js';

/** A day on the building site. */
export interface SiteVisit {
  readonly app: INestApplicationContext;
  readonly actors: DemoActors;
  readonly site: DemoSite;
  readonly asked: WorksAsked;
  readonly on: CivilDate;
  readonly today: CivilDate;
}

type SiteAct = (visit: SiteVisit) => Promise<unknown>;

/** The story of a project: what happened so many days ago. */
interface DemoWorks {
  readonly title: string;
  readonly days: readonly (readonly [daysAgo: number, act: SiteAct])[];
}

const PROCUREMENT = 'https://goszakup.gov.kz/ru/announce/index/';

/** From draft to warranty; late with a reason; paid above the contract; postponed. */
export const DEMO_WORKS: readonly DemoWorks[] = [
  {
    title: 'Абай көшесіндегі балалар алаңы',
    days: [
      [330, contract({ number: '41', sum: 3_120_000, days: 90, supplier: '«Кенші Құрылыс» ЖШС' })],
      [300, milestone({ percent: 30, paid: 900_000, place: 'Абай көшесі, 12' })],
      [
        265,
        milestone({ percent: 100, paid: 3_120_000, place: 'Абай көшесі, 12', photo: 'playground' }),
      ],
      [258, acceptance('7', 'playground')],
      [240, said('built', 6, 'Балалар ойнап жүр, рақмет.')],
      [120, said('not-so', 5, 'Әткеншектің бір арқаны үзілген.', 'playground')],
    ],
  },
  {
    title: 'Достық көшесін жарықтандыру',
    days: [
      [200, contract({ number: '58', sum: 2_350_000, days: 120, supplier: '«Жарық Жол» ЖШС' })],
      [
        150,
        milestone({
          percent: 40,
          paid: 800_000,
          place: 'Достық көшесі, 1–9',
          photo: 'street-lights',
        }),
      ],
      [100, scopeChange()],
      [98, seen()],
      [70, milestone({ percent: 60, paid: 1_300_000, place: 'Достық көшесі, 9', late: 95 })],
    ],
  },
  {
    title: 'Орталық саябаққа ағаш отырғызу',
    days: [
      [150, contract({ number: '63', sum: 1_500_000, days: 110, supplier: '«Көгал» ЖШС' })],
      [110, milestone({ percent: 50, paid: 700_000, place: 'Орталық саябақ', photo: 'trees' })],
      [45, milestone({ percent: 100, paid: 1_680_000, place: 'Орталық саябақ' })],
    ],
  },
  { title: 'Емхана алдындағы демалыс орны', days: [[90, postponement()]] },
];

interface DemoContract {
  readonly number: string;
  readonly sum: number;
  readonly days: number;
  readonly supplier: string;
}

function contract({ number, sum, days, supplier }: DemoContract): SiteAct {
  return ({ site, asked, on }) =>
    site.signContract.run(asked, {
      number,
      supplierBin: '990340000004',
      supplierName: supplier,
      sumTiyn: tenge(sum),
      signedOn: on,
      finishBy: addDays(on, days),
      procurementUrl: `${PROCUREMENT}${number}00`,
    });
}

interface DemoMilestone {
  readonly percent: number;
  readonly paid: number;
  readonly place: string;
  readonly photo?: DrawingName;
  /** Days from then on which it will be finished instead. */
  readonly late?: number;
}

function milestone({ percent, paid, place, photo, late }: DemoMilestone): SiteAct {
  return async ({ app, site, asked, on }) => {
    const works = await app.get(WorksReader, { strict: false }).get(asked.projectId);
    const planned = works.milestones.at(-1)?.finishBy ?? works.contracts.at(-1)!.finishBy;
    await site.noteMilestone.run(asked, {
      on,
      percent,
      paidTiyn: tenge(paid),
      finishBy: late === undefined ? planned : addDays(on, late),
      delayReason: late === undefined ? null : 'underground-networks',
      place,
      latitude: null,
      longitude: null,
      note: '',
      enclosures: photo ? [await takeDemoPhoto(app, asked.person, photo)] : [],
    });
  };
}

function acceptance(actNumber: string, photo: DrawingName): SiteAct {
  return async ({ app, site, asked, on }) =>
    site.acceptWorks.run(asked, {
      actNumber,
      acceptedOn: on,
      warrantyMonths: 24,
      enclosures: [await takeDemoPhoto(app, asked.person, photo)],
    });
}

function said(
  verdict: 'built' | 'not-so',
  place: number,
  text: string,
  photo?: DrawingName,
): SiteAct {
  return async ({ app, actors, site, asked }) => {
    const resident = await actors.resident([DEMO.kenshi, place]);
    const enclosures = photo ? [await takeDemoPhoto(app, resident, photo)] : [];
    await site.reportAsResident.run(resident, asked.projectId, {
      verdict,
      text,
      language: 'kk',
      enclosures,
    });
  };
}

function scopeChange(): SiteAct {
  return ({ site, asked }) =>
    site.changeScope.run(asked, {
      before: {
        kk: 'Аялдамадан мектепке дейін он екі бағана',
        ru: 'Двенадцать столбов от остановки до школы',
      },
      after: {
        kk: 'Аялдамадан мектепке дейін он бағана',
        ru: 'Десять столбов от остановки до школы',
      },
      reason: {
        kk: 'Екі бағананың орнында газ құбыры өтеді.',
        ru: 'На месте двух столбов проходит газопровод.',
      },
    });
}

/** The author of the project has seen every change of it. */
function seen(): SiteAct {
  return async ({ app, actors, site, asked }) => {
    const works = await app.get(WorksReader, { strict: false }).get(asked.projectId);
    const author = await actors.resident([DEMO.kenshi, 3]);
    for (const { id } of works.scopeChanges) await site.markSeen.run(author, id);
  };
}

function postponement(): SiteAct {
  return ({ site, asked }) =>
    site.decideOnWorks.run(asked, {
      act: 'postpone',
      reason: {
        kk: 'Емхананың кіреберісі жөнделіп жатыр, орындықтар жөндеуден кейін қойылады.',
        ru: 'Вход в поликлинику ремонтируют: скамейки поставят после ремонта.',
      },
    });
}
