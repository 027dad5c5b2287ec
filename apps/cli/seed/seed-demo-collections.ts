import type { INestApplicationContext } from '@nestjs/common';
import { BringToSession } from '#features/petitions/collections/bring-to-session.js';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { JoinAsCoDeputy } from '#features/petitions/collections/join-as-co-deputy.js';
import { PostNews } from '#features/petitions/collections/post-news.js';
import { EnterSheet } from '#features/petitions/paper-sheets/enter-sheet.js';
import { IssueSheets } from '#features/petitions/paper-sheets/issue-sheets.js';
import { PaperSheetReader } from '#features/petitions/paper-sheets/paper-sheet.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import { DemoActors } from './demo-actors.js';

const SHEETS = 3;
const ON_PAPER = 4;

/** What deputies did around the demo town's petitions; what was done already stays as it is. */
export async function seedDemoCollections(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const actors = new DemoActors(app, people);
  const reached = await findOne(app, 'awaiting-answer');
  if (reached) await takeFurther(app, actors, reached);
  const open = await findOne(app, 'open');
  if (open) await gatherOnPaper(app, actors, open);
}

async function findOne(
  app: INestApplicationContext,
  state: PetitionState,
): Promise<string | undefined> {
  const question = { states: [state], territory: DEMO.qarasu, sequence: 'newest' } as const;
  const found = await app.get(PetitionReader, { strict: false }).list({ ...question, limit: 1 });
  return found[0]?.id;
}

/** The petition that waits for its answer stands on the session's list, with a second deputy. */
async function takeFurther(
  app: INestApplicationContext,
  actors: DemoActors,
  petition: string,
): Promise<void> {
  const known = await app.get(CollectionReader, { strict: false }).find(petition);
  if (known.session) return;
  const [deputy, colleague] = await actors.holders('deputy', DEMO.district);
  await app.get(JoinAsCoDeputy, { strict: false }).run(colleague!, petition);
  await app.get(PostNews, { strict: false }).run(deputy!, petition, {
    title: { kk: 'Қол саны жетті', ru: 'Подписей достаточно' },
    body: {
      kk: 'Қол қойған әр адамға рақмет. Мәселені мәслихат сессиясына енгіздім.',
      ru: 'Спасибо каждому, кто подписал. Я внесла вопрос на сессию маслихата.',
    },
  });
  await app.get(BringToSession, { strict: false }).run(deputy!, petition, {
    kk: 'Жобалау қаржысын аудан бюджетінің нақтылауына енгізу.',
    ru: 'Включить деньги на проектирование в уточнение бюджета района.',
  });
}

/** Three sheets are out; one clerk has read the first, and waits for a second one. */
async function gatherOnPaper(
  app: INestApplicationContext,
  actors: DemoActors,
  petition: string,
): Promise<void> {
  const reader = app.get(PaperSheetReader, { strict: false });
  if ((await reader.listOf(petition)).length > 0) return;
  const [deputy] = await actors.holders('deputy', DEMO.district);
  const [clerk] = await actors.holders('clerk', DEMO.district);
  await app.get(IssueSheets, { strict: false }).run(deputy!, petition, SHEETS);
  const [sheet] = await reader.listOf(petition);
  const signers = DEMO_RESIDENTS.filter(({ territory }) => territory === DEMO.aqbulaq);
  const lines = Array.from({ length: sheet!.lines }, (_, place) =>
    place < ON_PAPER ? { mark: 'signed', iin: signers[place]!.iin } : { mark: 'blank', iin: '' },
  );
  await app.get(EnterSheet, { strict: false }).run(clerk!, sheet!.id, lines);
}
