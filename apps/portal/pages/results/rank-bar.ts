import { type Svg, svg } from '#platform/views/svg.js';

/** One project's bar, in per cent of the longest one. */
export interface RankBar {
  readonly percent: number;
  readonly isWon: boolean;
  /** Where the fewest votes needed lie; null without a minimum. */
  readonly limitPercent: number | null;
}

/** The pattern that stands for "did not win" and "not spent": drawn once a page, used by its id. */
export function drawHatch(): Svg {
  return svg`<svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="chart-rest" width="4" height="4"></rect><path class="chart-hatch" d="M-1 1 1-1M0 4 4 0M3 5 5 3"></path></pattern></defs></svg>`;
}

/** Winners solid, all others hatched; the same figures stand beside it as text. */
export function drawRankBar({ percent, isWon, limitPercent }: RankBar): Svg {
  const fill = isWon
    ? svg`<rect class="chart-won" width="${percent}" height="6"></rect>`
    : svg`<rect fill="url(#hatch)" class="chart-lost" width="${percent}" height="6"></rect>`;
  const limit =
    limitPercent === null
      ? svg``
      : svg`<rect class="ranked-bars__limit" x="${limitPercent}" width="0.6" height="6"></rect>`;
  return svg`<svg class="ranked-bars__drawing" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">${fill}${limit}</svg>`;
}

/** `percentOf(1, 3) // → 33.3`; a picture needs no more. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
