import type { ObligationRow } from '#features/budget/obligations/obligation-row.js';
import type { DelegationRow } from '#features/registry/delegations/delegation-row.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import { presentDuties } from './obligations.presenter.js';

export interface Inbox {
  readonly duties: readonly ObligationRow[];
  /** Given by the person and to the person. */
  readonly delegations: readonly DelegationRow[];
  readonly personId: string;
  readonly mayDelegate: boolean;
  readonly faults: FormFaults | undefined;
}

/** Overdue first, then what its owner was warned of, then the rest; and who stands in for whom. */
export function presentInbox(inbox: Inbox, say: Wording) {
  const { duties, delegations, personId, mayDelegate, faults } = inbox;
  const [overdue, soon, later] = [
    duties.filter(({ dueOn, today }) => dueOn < today),
    duties.filter(({ dueOn, today, warnedOn }) => dueOn >= today && warnedOn !== null),
    duties.filter(({ dueOn, today, warnedOn }) => dueOn >= today && warnedOn === null),
  ];
  const part = (name: string, rows: readonly ObligationRow[]) =>
    rows.length === 0
      ? []
      : [presentDuties(rows, say.t(`obligations.parts.${name}`, { count: rows.length }), say)];
  return {
    title: say.t('obligations.inbox'),
    faults,
    tables: [...part('overdue', overdue), ...part('soon', soon), ...part('later', later)],
    mayDelegate,
    delegations: delegations.map((delegation) => delegationLine(delegation, personId, say)),
  };
}

function delegationLine(row: DelegationRow, personId: string, say: Wording) {
  const isGiven = row.fromPerson === personId;
  const period = { from: say.date(row.from), until: say.date(row.until) };
  const post = say.official(row.post).text;
  const name = isGiven ? row.toName : row.fromName;
  const text = say.t(`obligations.delegation.${isGiven ? 'given' : 'received'}`, {
    ...period,
    name,
    post,
  });
  const end = isGiven ? `/duties/delegations/${row.id}/end` : undefined;
  return { text, act: row.act, end };
}
