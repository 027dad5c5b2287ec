import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import { formatTenge } from '#rules/kernel/money.js';

export const PROJECT_COLUMNS = [
  'ballot_number',
  'number',
  'state',
  'title',
  'title_kk',
  'title_ru',
  'language',
  'category',
  'territory',
  'address',
  'latitude',
  'longitude',
  'cost',
  'exclusive_group',
] as const;

/** A project as a row of the table for officials and journalists. */
export function projectCsvRow(row: ProjectRow): Record<(typeof PROJECT_COLUMNS)[number], string> {
  return {
    ballot_number: String(row.ballotNumber),
    number: row.number,
    state: row.state,
    title: row.title,
    title_kk: row.titleKk ?? '',
    title_ru: row.titleRu ?? '',
    language: row.language,
    category: row.category,
    territory: row.territory,
    address: row.address,
    latitude: String(row.coordinates?.latitude ?? ''),
    longitude: String(row.coordinates?.longitude ?? ''),
    cost: formatTenge(row.costTiyn),
    exclusive_group: row.exclusiveGroup ?? '',
  };
}
