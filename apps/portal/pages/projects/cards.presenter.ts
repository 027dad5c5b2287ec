import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { Wording } from '#platform/views/wording.js';
import { filePath } from './files.presenter.js';
import { titleOf } from './title.js';

/** A project as a card of the list. */
export function presentCard(row: ProjectRow, say: Wording) {
  const title = titleOf(row, say);
  return {
    number: row.ballotNumber,
    title: title.text,
    lang: title.lang,
    path: `/projects/${row.number}`,
    category: say.t(`categories.${row.category}`),
    cost: say.moneyShort(row.costTiyn),
    costExact: say.money(row.costTiyn),
    facts: [row.address],
    tag:
      row.state === 'admitted'
        ? undefined
        : { text: say.t(`states.${row.state}`), colour: row.state === 'winner' ? 'green' : 'grey' },
    photo: row.photo && {
      src: filePath(smallNameOf(row.photo.storedName)),
      alt: row.photo.alternativeText,
    },
  };
}

/** All projects with all columns, for officials and journalists. */
export function presentTable(projects: readonly ProjectRow[], say: Wording) {
  const columns = ['number', 'project', 'category', 'territory', 'address', 'cost'];
  return {
    caption: say.t('projects.title'),
    columns: columns.map((name) => ({
      text: say.t(`projects.columns.${name}`),
      numeric: name === 'cost',
    })),
    rows: projects.map((row) => ({
      cells: [
        { text: String(row.ballotNumber) },
        { text: titleOf(row, say).text, path: `/projects/${row.number}` },
        { text: say.t(`categories.${row.category}`) },
        { text: say.official(row.territoryName).text },
        { text: row.address },
        { text: say.money(row.costTiyn) },
      ],
    })),
  };
}
