import { type Svg, svg } from '#platform/views/svg.js';

export interface ChartRow {
  readonly text: string;
  readonly value: string;
  readonly score: number;
  readonly isWon: boolean;
}

export interface ResultChart {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ChartRow[];
  /** Fewest votes needed; 0 for none. */
  readonly minimum: number;
}

const WIDTH = 760;
const ROW = 34;
const TOP = 48;
const BAR = { left: 8, width: 640, height: 10 } as const;
const LONGEST_TEXT = 84;

/** The ranking as a picture of its own, to be downloaded or put into an article. */
export function drawResultChart({ title, description, rows, minimum }: ResultChart): Svg {
  const most = Math.max(1, minimum, ...rows.map(({ score }) => score));
  const height = TOP + rows.length * ROW + 16;
  const limit = BAR.left + (minimum / most) * BAR.width;
  const line =
    minimum > 0
      ? svg`<line x1="${limit}" x2="${limit}" y1="${TOP - 8}" y2="${height - 8}" stroke="#b3261e" stroke-width="2"/>`
      : svg``;
  return svg`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title text" font-family="sans-serif" font-size="13" fill="#132022"><title id="title">${title}</title><desc id="text">${description}</desc><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f3ede0"/><path d="M0 6 6 0" stroke="#4a5a5c" stroke-width="1.5"/></pattern></defs><rect width="100%" height="100%" fill="#fff"/><text x="8" y="26" font-size="17" font-weight="bold">${shortened(title)}</text>${rows.map((row, place) => drawRow(row, { top: TOP + place * ROW, most }))}${line}</svg>`;
}

function drawRow(row: ChartRow, { top, most }: { top: number; most: number }): Svg {
  const width = Math.round((row.score / most) * BAR.width * 10) / 10;
  const fill = row.isWon ? '#0b6067' : 'url(#hatch)';
  return svg`<text x="${BAR.left}" y="${top + 12}">${shortened(row.text)}</text><rect x="${BAR.left}" y="${top + 17}" width="${width}" height="${BAR.height}" fill="${fill}" stroke="#0b6067" stroke-width="0.5"/><text x="${WIDTH - 8}" y="${top + 26}" text-anchor="end">${row.value}</text>`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}
