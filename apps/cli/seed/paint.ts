/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Something of one colour; later figures lie above earlier ones. */
export interface Figure {
  readonly colour: Colour;
  readonly covers: (x: number, y: number) => boolean;
}

/** @returns three bytes a pixel, row by row */
export function paint(
  { width, height }: { readonly width: number; readonly height: number },
  figures: readonly Figure[],
): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const top = figures.findLast(({ covers }) => covers(x, y));
      if (top) pixels.set(top.colour, (y * width + x) * 3);
    }
  return pixels;
}

export function rectangle(
  [left, top, width, height]: readonly [number, number, number, number],
  colour: Colour,
): Figure {
  const covers = (x: number, y: number): boolean =>
    x >= left && x < left + width && y >= top && y < top + height;
  return { colour, covers };
}

export function disc(
  [centreX, centreY, radius]: readonly [number, number, number],
  colour: Colour,
): Figure {
  return { colour, covers: (x, y) => isWithin(radius, x - centreX, y - centreY) };
}

/** A straight line with round ends. */
export function stroke(
  [fromX, fromY, toX, toY]: readonly [number, number, number, number],
  thickness: number,
  colour: Colour,
): Figure {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const square = alongX ** 2 + alongY ** 2;
  const covers = (x: number, y: number): boolean => {
    const share = ((x - fromX) * alongX + (y - fromY) * alongY) / square;
    const near = share < 0 ? 0 : share > 1 ? 1 : share;
    return isWithin(thickness / 2, x - fromX - near * alongX, y - fromY - near * alongY);
  };
  return { colour, covers };
}

/** Asked of millions of pixels: no roots, and nothing of the global object, which tests look up slowly. */
function isWithin(radius: number, x: number, y: number): boolean {
  return x * x + y * y <= radius * radius;
}
