import { type Svg, svg } from '#platform/views/svg.js';

/** A winner's part of the money. */
export interface StripSegment {
  readonly text: string;
  readonly costTiyn: bigint;
}

export interface MoneyStrip {
  /** Tells strips of one page apart. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly budgetTiyn: bigint;
  readonly segments: readonly StripSegment[];
  readonly restText: string;
}

const WIDTH = 1000;
const HEIGHT = 44;

/** One stacked bar: each winner a segment in the sequence of selection, the rest hatched. */
export function drawMoneyStrip(strip: MoneyStrip): Svg {
  const { id, title, description } = strip;
  const [segments, end] = drawSegments(strip);
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="strip-${id}-title strip-${id}-text"><title id="strip-${id}-title">${title}</title><desc id="strip-${id}-text">${description}</desc>${segments}<rect fill="url(#hatch)" x="${end}" width="${round(WIDTH - end)}" height="${HEIGHT}"><title>${strip.restText}</title></rect></svg>`;
}

function drawSegments({ segments, budgetTiyn }: MoneyStrip): readonly [readonly Svg[], number] {
  let spent = 0n;
  const drawn = segments
    .filter(({ costTiyn }) => costTiyn > 0n)
    .map(({ text, costTiyn }, place) => {
      const from = placeOf(spent, budgetTiyn);
      spent += costTiyn;
      const width = round(placeOf(spent, budgetTiyn) - from);
      const kind = place % 2 === 0 ? 'chart-won' : 'chart-won-next';
      return svg`<rect class="${kind}" x="${from}" width="${width}" height="${HEIGHT}"><title>${text}</title></rect>`;
    });
  return [drawn, placeOf(spent, budgetTiyn)];
}

/** Drawing may round: it is a picture of the sums, never a sum. */
function placeOf(sum: bigint, whole: bigint): number {
  return whole === 0n ? 0 : round((Number(sum) / Number(whole)) * WIDTH);
}

function round(length: number): number {
  return Math.max(0, Math.round(length * 10) / 10);
}
