import { DomainError } from '#rules/kernel/domain-error.js';
import type { ExportedWorksRow } from '#features/budget/works/exported-works-row.js';
import { presentOpenProject } from './open-project.js';
import type { Publication } from './open-works-maker.js';

/**
 * A package of OC4IDS 0.9.5. It holds a project at least, and its date is that of the last act on one
 * of them.
 *
 * @throws DomainError not-found `works.none_to_export`
 */
export function presentOpenPackage(
  rows: readonly ExportedWorksRow[],
  path: string,
  publication: Publication,
) {
  if (rows.length === 0) throw new DomainError('not-found', 'works.none_to_export');
  const publishedDate = rows.map(({ facts }) => facts.updatedAt).reduce((a, b) => (a > b ? a : b));
  return {
    uri: `${publication.origin}${path}`,
    version: '0.9',
    publishedDate,
    publisher: { name: new URL(publication.origin).host, uri: publication.origin },
    license: publication.licence,
    publicationPolicy: `${publication.origin}/kk/about`,
    projects: rows.map((row) => presentOpenProject(row, publication)),
  };
}
