import sharp from 'sharp';
import { type Colour, disc, type Figure, paint, rectangle, stroke } from './paint.js';

/** Pictures drawn for the demo town: no photo of a real place stands in it. */
export type DrawingName = 'playground' | 'street-lights' | 'trees' | 'benches';

const SIZE = { width: 800, height: 500 } as const;

const SKY: Colour = [207, 232, 246];
const DUSK: Colour = [47, 59, 99];
const GRASS: Colour = [143, 191, 106];
const PATH: Colour = [201, 191, 174];
const WOOD: Colour = [122, 75, 42];
const RED: Colour = [192, 57, 43];
const BLUE: Colour = [36, 113, 163];
const GREY: Colour = [90, 94, 102];
const LEAF: Colour = [63, 143, 79];
const YOUNG_LEAF: Colour = [87, 169, 103];
const LIGHT: Colour = [255, 243, 176];

/** The picture as a PNG, as a camera would send one. */
export async function drawPicture(name: DrawingName): Promise<Buffer> {
  const pixels = paint(SIZE, DRAWINGS[name]());
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .png()
    .toBuffer();
}

const DRAWINGS: Readonly<Record<DrawingName, () => readonly Figure[]>> = {
  playground: () => [...ground(SKY, GRASS), ...slide(), ...swing()],
  'street-lights': () => [...ground(DUSK, GREY), ...[130, 400, 670].flatMap(lamp)],
  trees: () => [...ground(SKY, PATH), ...[90, 245, 400, 555, 710].flatMap(tree)],
  benches: () => [...ground(SKY, PATH), ...[110, 690].flatMap(tree), ...[300, 500].flatMap(bench)],
};

function ground(above: Colour, below: Colour): readonly Figure[] {
  return [rectangle([0, 0, 800, 380], above), rectangle([0, 380, 800, 120], below)];
}

function slide(): readonly Figure[] {
  return [
    stroke([190, 180, 190, 420], 14, WOOD),
    stroke([270, 180, 270, 420], 14, WOOD),
    stroke([180, 200, 290, 200], 14, WOOD),
    stroke([160, 170, 230, 110], 22, RED),
    stroke([230, 110, 300, 170], 22, RED),
    stroke([290, 205, 410, 415], 30, BLUE),
  ];
}

function swing(): readonly Figure[] {
  return [
    stroke([480, 420, 540, 160], 10, GREY),
    stroke([700, 420, 640, 160], 10, GREY),
    stroke([540, 160, 640, 160], 10, GREY),
    stroke([570, 160, 570, 335], 4, GREY),
    stroke([610, 160, 610, 335], 4, GREY),
    rectangle([560, 330, 60, 14], RED),
  ];
}

function lamp(x: number): readonly Figure[] {
  return [
    stroke([x, 440, x, 150], 10, PATH),
    stroke([x, 150, x - 40, 150], 10, PATH),
    disc([x - 50, 162, 30], LIGHT),
  ];
}

function tree(x: number): readonly Figure[] {
  return [
    rectangle([x - 9, 280, 18, 140], WOOD),
    disc([x, 230, 72], LEAF),
    disc([x + 24, 205, 40], YOUNG_LEAF),
  ];
}

function bench(x: number): readonly Figure[] {
  const boards = [330, 352, 382].map((y) => stroke([x - 70, y, x + 70, y], 14, WOOD));
  const legs = [x - 55, x + 55].map((leg) => stroke([leg, 325, leg, 440], 10, GREY));
  return [...legs, ...boards];
}
