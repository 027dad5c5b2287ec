import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** Where and when the text of a decision came out officially. */
export interface DecisionPublication {
  readonly publishedOn: CivilDate;
  /** The official text on the web; null where it came out on paper. */
  readonly url: string | null;
  /** Newspaper, bank of acts; empty where the address says it. */
  readonly place: string;
}

/**
 * All faults of noting a publication: it follows the decision, is no promise, and can be found.
 *
 * @law BC art. 91(7): the decision and its annexes are published (`law.md` 4.2; terms were not read)
 */
export function assessPublication(
  { publishedOn, url, place }: DecisionPublication,
  { decidedOn, today }: { readonly decidedOn: CivilDate; readonly today: CivilDate },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (publishedOn < decidedOn || publishedOn > today)
    faults.push({ code: 'maslikhat-session.publication_day', field: 'publishedOn' });
  if (url === null && place.trim() === '')
    faults.push({ code: 'maslikhat-session.publication_nowhere', field: 'place' });
  return faults;
}
