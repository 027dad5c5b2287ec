import type { ObligationRow } from '#features/budget/obligations/obligation-row.js';

/** The page of what a duty is about; null where it has none. */
export function dutyPath({
  kind,
  objectKind,
  objectId,
  territory,
}: Pick<ObligationRow, 'kind' | 'objectKind' | 'objectId' | 'territory'>): string | null {
  if (kind === 'quarterly-report') return `/rounds/${objectId}/reports`;
  switch (objectKind) {
    case 'round':
      return `/rounds/${objectId}`;
    case 'petition':
      return `/petitions/${objectId}`;
    case 'inquiry':
      return `/inquiries/${objectId}`;
    case 'budget':
      return `/budgets/${objectId}`;
    case 'dismissal':
      return `/dismissals/${objectId}`;
    case 'body':
      return `/assemblies/${territory}#monitoring`;
    default:
      return null;
  }
}
