import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import { type Svg, svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';

const WIDTH = 480;
const HEIGHT = 340;
const MARGIN = 28;
const RADIUS = 17;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly numbers: readonly number[];
}

interface Placed {
  readonly number: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Points on a plain ground, drawn by us: where the projects lie to each other. The cards beside it
 * are the same set with links. Null where no project has coordinates.
 */
export function presentMap(
  projects: readonly ProjectRow[],
  say: Wording,
): { readonly drawing: Svg; readonly text: string } | null {
  const placed = placesOf(projects);
  if (placed.length === 0) return null;
  const text = say.t('projects.map.text', { count: placed.length });
  const spots = gathered(scaled(placed));
  const drawing = svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#eef3f2"></rect>${spots.map((spot) => drawSpot(spot, say))}</svg>`;
  return { drawing, text };
}

// A degree of longitude shrinks towards the pole: by one measure for the whole picture.
function placesOf(projects: readonly ProjectRow[]): Placed[] {
  const placed = projects.flatMap(({ ballotNumber, coordinates }) =>
    coordinates === null ? [] : [{ number: ballotNumber, ...coordinates }],
  );
  const middle = placed.reduce((sum, { latitude }) => sum + latitude, 0) / placed.length;
  const shrinkage = Math.cos((middle * Math.PI) / 180);
  return placed.map(({ number, latitude, longitude }) => ({
    number,
    east: longitude * shrinkage,
    north: latitude,
  }));
}

function scaled(placed: readonly Placed[]): Spot[] {
  const easts = placed.map(({ east }) => east);
  const norths = placed.map(({ north }) => north);
  const [west, south] = [Math.min(...easts), Math.min(...norths)];
  const [wide, high] = [Math.max(...easts) - west, Math.max(...norths) - south];
  const room = { wide: WIDTH - 2 * MARGIN, high: HEIGHT - 2 * MARGIN };
  const scale = Math.min(room.wide / (wide || 1e-9), room.high / (high || 1e-9));
  const left = (WIDTH - wide * scale) / 2;
  const bottom = (HEIGHT + high * scale) / 2;
  return placed.map(({ number, east, north }) => ({
    x: Math.round(left + (east - west) * scale),
    y: Math.round(bottom - (north - south) * scale),
    numbers: [number],
  }));
}

/** Points that would cover each other become one with all their numbers. */
function gathered(spots: readonly Spot[]): Spot[] {
  const apart: Spot[] = [];
  for (const spot of spots) {
    const near = apart.findIndex(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < 2 * RADIUS);
    const other = apart[near];
    if (other) apart[near] = { ...other, numbers: [...other.numbers, ...spot.numbers] };
    else apart.push(spot);
  }
  return apart;
}

function drawSpot({ x, y, numbers }: Spot, say: Wording): Svg {
  const label = numbers.length === 1 ? String(numbers[0]) : `${numbers.length}×`;
  const names = say.list(numbers.map((number) => say.t('common.number', { number })));
  const fill = numbers.length === 1 ? '#0b5157' : '#7a3e00';
  return svg`<g><title>${names}</title><circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${fill}"></circle><text x="${x}" y="${y + 5}" text-anchor="middle" font-size="15" font-weight="700" fill="#ffffff">${label}</text></g>`;
}
