import type { CountedProject } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';

/** `№ 17 Балалар алаңы` */
export function projectName(say: Wording, project: CountedProject): string {
  const number = say.t('common.number', { number: project.number });
  return `${number} ${say.official(project.title).text}`;
}
