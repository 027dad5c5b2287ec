import type { ObligationRow } from '#features/budget/obligations/obligation-row.js';

/** The page of what a duty is about; null where it has none. */
export function dutyPath({
  objectKind,
  objectId,
}: Pick<ObligationRow, 'objectKind' | 'objectId'>): string | null {
  switch (objectKind) {
    case 'round':
      return `/rounds/${objectId}`;
    case 'petition':
      return `/petitions/${objectId}`;
    case 'inquiry':
      return `/inquiries/${objectId}`;
    default:
      return null;
  }
}
