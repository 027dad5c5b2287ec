import { type Svg, svg } from '#platform/views/svg.js';
import { percentOf } from '../results/rank-bar.js';

/** A quantity and the part of it that weighs, as effective votes among votes. */
export interface Weighed {
  readonly whole: number;
  readonly part: number;
}

const WIDTH = 1000;
const HEIGHT = 160;

/** One step: the whole hatched, the part that weighs solid; the figures stand beside it as text. */
export function drawStepBar({ whole, part }: Weighed, most: number): Svg {
  return svg`<svg class="ranked-bars__drawing" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect fill="url(#hatch)" class="chart-lost" width="${percentOf(whole, most)}" height="6"></rect><rect class="chart-won" width="${percentOf(part, most)}" height="6"></rect></svg>`;
}

export interface StepOverview {
  /** Tells drawings of one page apart. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly (Weighed & { readonly name: string })[];
}

/** All steps from left to right, one column each. */
export function drawStepOverview({ id, title, text, steps }: StepOverview): Svg {
  const most = Math.max(1, ...steps.map(({ whole }) => whole));
  const width = WIDTH / Math.max(1, steps.length);
  const columns = steps.map((step, place) => drawColumn(step, { place, width, most }));
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="steps-${id}-title steps-${id}-text"><title id="steps-${id}-title">${title}</title><desc id="steps-${id}-text">${text}</desc>${columns}</svg>`;
}

interface Column {
  readonly place: number;
  readonly width: number;
  readonly most: number;
}

function drawColumn(
  { name, whole, part }: Weighed & { readonly name: string },
  { place, width, most }: Column,
): Svg {
  const [x, wide] = [round(place * width), round(width * 0.8)];
  const [tall, solid] = [round((whole / most) * HEIGHT), round((part / most) * HEIGHT)];
  return svg`<g><title>${name}</title><rect fill="url(#hatch)" class="chart-lost" x="${x}" y="${round(HEIGHT - tall)}" width="${wide}" height="${tall}"></rect><rect class="chart-won" x="${x}" y="${round(HEIGHT - solid)}" width="${wide}" height="${solid}"></rect></g>`;
}

function round(length: number): number {
  return Math.max(0, Math.round(length * 10) / 10);
}
