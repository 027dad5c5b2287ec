import type { ProjectCategory } from '#rules/rulebook/project-categories.js';
import { projectPhaseOf } from '#rules/implementation/project-phase.js';
import type { ExportedFacts, ExportedWorksRow } from '#features/budget/works/exported-works-row.js';
import type { WorksRow } from '#features/budget/works/works-row.js';
import { contractingProcessesOf } from './open-contract.js';
import { authorityOf, partiesOf } from './open-parties.js';
import { filled, instantOf, projectIdOf, type Publication, valueOf } from './open-works-maker.js';

const SECTORS: Readonly<Record<ProjectCategory, readonly string[]>> = {
  greening: ['cultureSportsAndRecreation'],
  'pavement-arrangement': ['transport', 'transport.urban'],
  'pavements-ramps-aryks': ['transport', 'transport.urban'],
  'common-places': ['cultureSportsAndRecreation'],
  'kerbs-paving-walls': ['transport', 'transport.urban'],
  'dump-removal': ['waterAndWaste'],
  'benches-and-rest': ['cultureSportsAndRecreation'],
  'sports-and-playgrounds': ['cultureSportsAndRecreation'],
  sanitation: ['waterAndWaste'],
};

/** A winning project as OC4IDS 0.9.5 has it; Kazakh first, `_ru` beside it. */
export function presentOpenProject(row: ExportedWorksRow, publication: Publication) {
  const { works, facts } = row;
  return filled({
    id: projectIdOf(publication, works.number),
    identifiers: [{ id: works.number, scheme: 'internal' }],
    updated: facts.updatedAt,
    title: facts.title.kk,
    title_ru: facts.title.ru,
    description: facts.idea,
    purpose: facts.problem,
    status: projectPhaseOf({
      state: works.state,
      percent: works.milestones.at(-1)?.percent ?? 0,
      hasBudget: typeof facts.budget?.adoptedOn === 'string',
    }),
    period: periodOf(works),
    maintenancePeriod: maintenanceOf(works),
    sector: facts.category === null ? [] : SECTORS[facts.category as ProjectCategory],
    locations: locationsOf(facts),
    budget: budgetOf(row),
    parties: partiesOf(facts, works.contracts),
    publicAuthority: authorityOf(facts),
    documents: documentsOf(row, publication),
    metrics: metricsOf(works),
    contractingProcesses: contractingProcessesOf(row, publication),
    completion: completionOf(works),
  });
}

/** From the first contract to the last day that is planned now. */
function periodOf({ contracts, milestones }: WorksRow) {
  const [first, last] = [contracts[0], contracts.at(-1)];
  if (!first || !last) return null;
  const endOn = milestones.at(-1)?.finishBy ?? last.finishBy;
  return { startDate: instantOf(first.signedOn), endDate: instantOf(endOn) };
}

function maintenanceOf({ acceptance }: WorksRow) {
  return (
    acceptance && {
      startDate: instantOf(acceptance.acceptedOn),
      endDate: instantOf(acceptance.warrantyUntil),
    }
  );
}

function locationsOf({ latitude, longitude, address, kato, territoryName }: ExportedFacts) {
  const hasPoint = latitude !== null && longitude !== null;
  return [
    filled({
      id: '1',
      description: address,
      // GeoJSON: longitude first.
      geometry: hasPoint ? { type: 'Point', coordinates: [longitude, latitude] } : null,
      gazetteer: { scheme: 'KZ-KATO', identifiers: [kato] },
      address: filled({
        streetAddress: address,
        locality: territoryName.kk,
        countryName: 'Қазақстан',
      }),
    }),
  ];
}

/** What the vote went by until a budget holds the project, then the line. */
function budgetOf({ works, facts: { budget } }: ExportedWorksRow) {
  const { submittedOn = null, adoptedOn = null } = budget ?? {};
  return filled({
    amount: valueOf(budget === null ? works.plannedTiyn : BigInt(budget.amountTiyn)),
    requestDate: submittedOn && instantOf(submittedOn),
    approvalDate: adoptedOn && instantOf(adoptedOn),
  });
}

function documentsOf({ works, facts }: ExportedWorksRow, { origin }: Publication) {
  const page = (id: string, documentType: string, path: string) => ({
    id,
    documentType,
    url: `${origin}/kk${path}`,
    format: 'text/html',
    language: 'kk',
  });
  const { number, acceptance } = works;
  const decision = facts.budget?.decisionId;
  return [
    page('project', 'projectScope', `/projects/${number}`),
    page('trail', 'projectPlan', `/projects/${number}/trail`),
    ...(decision ? [page('budget', 'budgetApproval', `/decisions/${decision}`)] : []),
    ...(acceptance
      ? [page('acceptance', 'completionCertificate', `/projects/${number}/works`)]
      : []),
  ];
}

/** How much was done at each visit. */
function metricsOf({ milestones }: WorksRow) {
  if (milestones.length === 0) return [];
  const observations = milestones.map(({ id, on, percent }) => ({
    id,
    measure: String(percent),
    unit: { name: 'percent', scheme: 'UNCEFACT', id: 'P1' },
    period: { startDate: instantOf(on), endDate: instantOf(on) },
  }));
  return [{ id: 'physicalProgress', title: 'Physical progress', observations }];
}

function completionOf({ acceptance, milestones }: WorksRow) {
  return (
    acceptance &&
    filled({
      endDate: instantOf(acceptance.acceptedOn),
      finalValue: valueOf(milestones.at(-1)?.paidTiyn ?? 0n),
    })
  );
}
