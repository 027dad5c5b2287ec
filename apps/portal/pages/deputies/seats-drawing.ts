import { type Svg, svg } from '#platform/views/svg.js';

const STEP = 18;
const RADIUS = 7;
const A_ROW = 15;

/** Every seat as a dot, taken ones filled and vacant ones open, with the same said in words. */
export function drawSeats(held: readonly boolean[], text: string): Svg {
  const across = Math.min(held.length, A_ROW);
  const width = Math.max(1, across) * STEP;
  const height = Math.max(1, Math.ceil(held.length / A_ROW)) * STEP;
  const dots = held.map((isHeld, place) => {
    const x = (place % A_ROW) * STEP + STEP / 2;
    const y = Math.floor(place / A_ROW) * STEP + STEP / 2;
    const fill = isHeld ? '#00695c' : '#ffffff';
    return svg`<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${fill}" stroke="#00695c" stroke-width="2"></circle>`;
  });
  return svg`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}">${dots}</svg>`;
}
