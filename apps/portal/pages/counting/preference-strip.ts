import { type Svg, svg } from '#platform/views/svg.js';
import type { Preferences } from '#rules/tally/comparison.js';

export interface PreferenceStrip {
  /** Tells drawings of one page apart. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly preferences: Preferences;
}

const WIDTH = 1000;
const HEIGHT = 44;

/** Who has more by the first outcome, by both the same, by the second: one stacked bar. */
export function drawPreferenceStrip({ id, title, text, preferences }: PreferenceStrip): Svg {
  const { first, second, indifferent } = preferences;
  const all = Math.max(1, first + second + indifferent);
  const wide = (count: number): number => Math.round((count / all) * WIDTH * 10) / 10;
  const [middle, end] = [wide(first), wide(first + indifferent)];
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="preference-${id}-title preference-${id}-text"><title id="preference-${id}-title">${title}</title><desc id="preference-${id}-text">${text}</desc><rect class="chart-won" width="${middle}" height="${HEIGHT}"></rect><rect class="chart-rest" x="${middle}" width="${wide(indifferent)}" height="${HEIGHT}"></rect><rect fill="url(#hatch)" class="chart-lost" x="${end}" width="${wide(second)}" height="${HEIGHT}"></rect></svg>`;
}
