import { inflateSync } from 'node:zlib';

/** The text of a PDF as a reader's program extracts it: glyphs through the fonts' Unicode maps. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const drawn = [...objects.values()].filter((text) => text.includes(' Tf'));
  return drawn.map((stream) => decode(stream, fonts)).join('\n');
}

export function pdfPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
}

type GlyphMap = ReadonlyMap<number, string>;

/** Each object by its number, its stream inflated. */
function objectsOf(pdf: Buffer): ReadonlyMap<string, string> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [whole, number, body] of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const stream = /stream\n([\s\S]*)\nendstream/.exec(body ?? '');
    const isPacked = whole.includes('/FlateDecode') && !whole.includes('/Length1');
    const bytes = Buffer.from(stream?.[1] ?? '', 'latin1');
    objects.set(number!, isPacked ? inflateSync(bytes).toString('latin1') : (body ?? ''));
  }
  return objects;
}

function fontsOf(objects: ReadonlyMap<string, string>): ReadonlyMap<string, GlyphMap> {
  const fonts = new Map<string, GlyphMap>();
  for (const body of objects.values())
    for (const [, name, number] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!) ?? '')?.[1];
      if (map) fonts.set(name!, glyphsOf(objects.get(map) ?? ''));
    }
  return fonts;
}

function glyphsOf(map: string): GlyphMap {
  const glyphs = new Map<number, string>();
  for (const [, first, all] of map.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi))
    (all!.match(/<([^>]*)>/g) ?? []).forEach((code, place) =>
      glyphs.set(Number.parseInt(first!, 16) + place, unicodeOf(code.slice(1, -1))),
    );
  return glyphs;
}

function unicodeOf(hex: string): string {
  const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

function decode(stream: string, fonts: ReadonlyMap<string, GlyphMap>): string {
  let font: GlyphMap = new Map();
  const lines = stream.split('\n').map((line) => {
    const name = /\/(F\d+) [\d.]+ Tf/.exec(line)?.[1];
    if (name) font = fonts.get(name) ?? font;
    if (!/T[jJ]\b/.test(line)) return '';
    const codes = (line.match(/<([\da-f]+)>/gi) ?? []).join('').replaceAll(/[<>]/g, '');
    return (codes.match(/.{4}/g) ?? []).map((code) => font.get(Number.parseInt(code, 16))).join('');
  });
  return lines.filter((line) => line !== '').join('\n');
}
