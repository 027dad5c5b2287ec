import type {
  AcceptanceRow,
  ContractRow,
  MilestoneRow,
  ResidentReportRow,
  WorksActRow,
  WorksRow,
} from '#features/budget/works/works-row.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { presentMoney } from '../money.js';
import { withOffset } from '../with-offset.js';

/** The works of a project for programs: every act, and the planned sum beside the paid one. */
export function presentWorks(works: WorksRow) {
  const { projectId, number, state, contracts, milestones, acceptance } = works;
  return {
    project: projectId,
    number,
    state,
    planned: presentMoney(works.plannedTiyn),
    contracts: contracts.map(presentContract),
    milestones: milestones.map(presentMilestone),
    scopeChanges: works.scopeChanges.map(({ seenAt, ...change }) => ({
      ...presentAct(change),
      before: change.before,
      after: change.after,
      reason: change.reason,
      seenByAuthorAt: seenAt && withOffset(seenAt),
    })),
    decisions: works.decisions.map((decision) => ({
      ...presentAct(decision),
      act: decision.act,
      reason: decision.reason,
    })),
    acceptance: acceptance && presentAcceptance(acceptance),
    reports: works.residentReports.map(presentResidentReport),
  };
}

export type WorksView = ReturnType<typeof presentWorks>;

function presentAct({ id, at, post }: WorksActRow) {
  return { id, at: withOffset(at), post };
}

function presentContract({ sumTiyn, number, supplierBin, supplierName, ...row }: ContractRow) {
  const { signedOn, finishBy, procurementUrl } = row;
  const supplier = { bin: supplierBin, name: supplierName };
  const sum = presentMoney(sumTiyn);
  return { ...presentAct(row), number, supplier, sum, signedOn, finishBy, procurementUrl };
}

function presentMilestone({ paidTiyn, enclosures, latitude, longitude, ...row }: MilestoneRow) {
  return {
    ...presentAct(row),
    on: row.on,
    percent: row.percent,
    paid: presentMoney(paidTiyn),
    finishBy: row.finishBy,
    delayReason: row.delayReason,
    place: row.place,
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
    note: row.note,
    enclosures: enclosures.map(presentEnclosure),
  };
}

function presentAcceptance({ actNumber, acceptedOn, warrantyUntil, ...row }: AcceptanceRow) {
  const enclosures = row.enclosures.map(presentEnclosure);
  return { ...presentAct(row), actNumber, acceptedOn, warrantyUntil, enclosures };
}

function presentResidentReport(row: ResidentReportRow) {
  const { id, on, name, verdict, language, text } = row;
  const enclosures = row.enclosures.map(presentEnclosure);
  return { id, on, at: withOffset(row.at), name, verdict, language, text, enclosures };
}
