import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';

/** The rule of a count in plain words. */
export function ruleText(say: Wording, { rule }: StoredCount): string {
  return rule.name === 'greedy'
    ? say.t(`results.rules.greedy.${rule.satisfaction}`)
    : say.t(`results.rules.${rule.name}`);
}

/** How equals are told apart. */
export function tiesText(say: Wording, { rule }: StoredCount): string {
  const { ties } = rule;
  if (ties === 'refuse' || ties === 'id' || ties === 'cost-votes-id')
    return say.t(`results.ties.${ties}`);
  return say.t('results.ties.lottery', { seed: ties.slice('lottery:'.length) });
}

/** The command that counts a downloaded file again, with the rule of this count. */
export function recountCommand({ rule }: Pick<StoredCount, 'rule'>, file: string): string {
  const { name, satisfaction, completion, ties, overspending } = rule;
  const parts = [
    `npm run -s recount -- tally ${file} --rule ${name} --satisfaction ${satisfaction}`,
  ];
  if (completion !== 'none') parts.push(`--completion ${completion}`);
  if (name === 'phragmen') parts.push(`--phragmen ${overspending}`);
  return [...parts, `--ties '${ties.replaceAll("'", `'\\''`)}'`, '--json'].join(' ');
}
