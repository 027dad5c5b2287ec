import type { INestApplicationContext } from '@nestjs/common';
import { FoundDemoMaslikhats } from '#features/registry/demo-town/found-demo-maslikhats.js';
import { FoundDemoTown } from '#features/registry/demo-town/found-demo-town.js';
import { RollEntries } from '#features/registry/residents/roll-entries.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { seedDemoAssemblies } from './seed-demo-assemblies.js';
import { seedDemoBudgetDesk } from './seed-demo-budget-desk.js';
import { seedDemoBudgets } from './seed-demo-budgets.js';
import { seedDemoCollections } from './seed-demo-collections.js';
import { seedDemoInquiries } from './seed-demo-inquiries.js';
import { seedDemoPetitions } from './seed-demo-petitions.js';
import { seedDemoRounds } from './seed-demo-rounds.js';

/** The invented town with its people and rounds; running it again changes nothing. */
export async function seedDemoTown(app: INestApplicationContext): Promise<void> {
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const entries = app.get(RollEntries, { strict: false });
  const people = await new FoundDemoTown(unitOfWork, entries).run();
  await new FoundDemoMaslikhats(unitOfWork).run(people);
  await seedDemoInquiries(app, people);
  await seedDemoPetitions(app, people);
  await seedDemoCollections(app, people);
  await seedDemoRounds(app, people);
  await seedDemoAssemblies(app, people);
  await seedDemoBudgets(app, people);
  await seedDemoBudgetDesk(app, people);
}
