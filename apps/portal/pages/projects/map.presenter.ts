import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import { type Svg, svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';

const WIDTH = 640;
const HEIGHT = 420;
const MARGIN = 36;
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
  const placed = projects.flatMap(placeOf);
  if (placed.length === 0) return null;
  const text = say.t('projects.map.text', { count: placed.length });
  const spots = gathered(scaled(placed));
  const drawing = svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" aria-label="${text}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#eef3f2"></rect>${spots.map(drawSpot)}</svg>`;
  return { drawing, text };
}

// A degree of longitude shrinks towards the pole.
function placeOf({ ballotNumber, coordinates }: ProjectRow): Placed[] {
  if (coordinates === null) return [];
  const { latitude, longitude } = coordinates;
  const east = longitude * Math.cos((latitude * Math.PI) / 180);
  return [{ number: ballotNumber, east, north: latitude }];
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

function drawSpot({ x, y, numbers }: Spot): Svg {
  const label = numbers.length === 1 ? String(numbers[0]) : `${numbers.length}×`;
  const fill = numbers.length === 1 ? '#0b5157' : '#7a3e00';
  return svg`<g><title>${numbers.map((number) => `№ ${number}`).join(', ')}</title><circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${fill}"></circle><text x="${x}" y="${y + 5}" text-anchor="middle" font-size="15" font-weight="700" fill="#ffffff">${label}</text></g>`;
}
