import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { Wording } from '#platform/views/wording.js';

type Addressed = Pick<ListedPetitionRow, 'body' | 'territoryName'>;

/** The addressed body: `Әкім аппараты, Қарасу ауылдық округі` */
export function addresseeOf({ body, territoryName }: Addressed, say: Wording): string {
  return `${say.t(`petitions.bodies.${body}`)}, ${say.official(territoryName).text}`;
}
