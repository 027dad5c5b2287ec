import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { parseString } from '@fast-csv/parse';
import { BREAK_OUTS } from './hostile-texts.js';
import type { Answer } from './page-robot.js';

/** What is dangerous in an answer, by its kind; an empty list is what we want. */
export async function faultsOf(answer: Answer): Promise<readonly string[]> {
  const judge = JUDGES[answer.type];
  const faults = answer.body.length === 0 || !judge ? [] : await judge(answer.body, answer);
  return [...headerFaults(answer), ...faults];
}

/** Kinds of answers that are looked into; one that is not here fails the test. */
export function isJudged({ type, body }: Answer): boolean {
  return body.length === 0 || type in JUDGES;
}

type Judge = (body: Buffer, answer: Answer) => readonly string[] | Promise<readonly string[]>;

const noFaults: Judge = () => [];

const JUDGES: Readonly<Record<string, Judge>> = {
  'text/html': (body) => BREAK_OUTS.filter((piece) => body.includes(piece)).map(unescaped),
  'application/json': jsonFaults,
  'application/geo+json': jsonFaults,
  'application/problem+json': jsonFaults,
  'application/ld+json': jsonFaults,
  'text/csv': csvFaults,
  'application/atom+xml': xmlFaults,
  'image/svg+xml': xmlFaults,
  'text/calendar': calendarFaults,
  'application/pdf': pdfFaults,
  'application/zip': zipFaults,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': officeFaults,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': officeFaults,
  // Texts for programs and people: browsers show them as texts, by `nosniff`.
  'text/plain': noFaults,
  'application/octet-stream': noFaults,
  'application/x-ndjson': noFaults,
  'application/gzip': noFaults,
  'image/webp': noFaults,
  'image/png': noFaults,
};

function unescaped(piece: string): string {
  return `unescaped ${piece}`;
}

function headerFaults({ headers, walker, type }: Answer): readonly string[] {
  const cookie = headers.getSetCookie().filter((each) => each.startsWith('qx='));
  return [
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['no nosniff']),
    ...(isClosed(headers.get('content-security-policy') ?? '') ? [] : ['no policy']),
    ...(walker.cookie === '' || type !== 'text/html' || isPrivate(headers) ? [] : ['in caches']),
    ...cookie.map((each) => `header of a stranger ${each}`),
  ];
}

/** What a person in session sees is hers alone. */
function isPrivate(headers: Headers): boolean {
  return headers.get('cache-control')?.includes('no-store') ?? false;
}

/** Pages take scripts of our own; a file takes none. */
function isClosed(policy: string): boolean {
  const sources = /script-src ([^;]*)/.exec(policy) ?? /default-src ([^;]*)/.exec(policy);
  return ["'self'", "'none'"].includes(sources?.[1]?.trim() ?? '');
}

function jsonFaults(body: Buffer): readonly string[] {
  JSON.parse(body.toString('utf8'));
  return [];
}

async function csvFaults(body: Buffer): Promise<readonly string[]> {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const cells: string[] = [];
  await new Promise((resolve, reject) => {
    parseString<string[], string[]>(text, { delimiter })
      .on('data', (row: string[]) => cells.push(...row))
      .on('error', reject)
      .on('end', resolve);
  });
  return cells
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell))
    .map((cell) => `formula ${cell.slice(0, 30)}`);
}

/** Well-formed, and no element or attribute in it runs. */
function xmlFaults(body: Buffer): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => faults.push(`not well-formed: ${message}`));
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(script|foreignObject|iframe|x:script)$/i.test(name)) faults.push(`element ${name}`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on/i.test(attribute)) faults.push(`attribute ${attribute}`);
      if (/href$/i.test(attribute) && /^\s*(javascript|data):/i.test(value))
        faults.push(`${attribute}=${value.slice(0, 30)}`);
    }
  });
  parser.write(body.toString('utf8')).close();
  return faults.slice(0, 3);
}

const CALENDAR_LINE =
  /^(BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|(VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|REFRESH-INTERVAL|UID|DTSTAMP|SEQUENCE|DTSTART|DTEND|STATUS|SUMMARY|DESCRIPTION|LOCATION|URL)[:;].*)$/su;

function calendarFaults(body: Buffer): readonly string[] {
  const lines = body.toString('utf8').replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
  const strange = lines.filter((line) => !CALENDAR_LINE.test(line) || /[\r\n]/.test(line));
  const address = lines.filter((line) => /^URL:(?!https?:\/\/)/.test(line));
  return [...strange, ...address].map((line) => `line ${line.slice(0, 40)}`);
}

/** Objects of a paper outside its streams and texts: names of what acts when it is opened. */
function pdfFaults(body: Buffer): readonly string[] {
  const bare = body
    .toString('latin1')
    .replaceAll(/stream\r?\n[\s\S]*?endstream/g, '')
    .replaceAll(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');
  const acting = bare.match(/\/(JS|JavaScript|OpenAction|AA|Launch|SubmitForm|EmbeddedFile)\b/g);
  return [...new Set(acting ?? [])];
}

async function zipFaults(body: Buffer, answer: Answer): Promise<readonly string[]> {
  const parts = Object.entries(unzipSync(body));
  const names = parts.filter(([name]) => /\.\.|^\/|\\|[\p{Cc}]/u.test(name));
  const tables = await Promise.all(
    parts
      .filter(([name]) => name.endsWith('.csv'))
      .map(async ([name, bytes]) =>
        (await csvFaults(Buffer.from(bytes))).map((fault) => `${name}: ${fault}`),
      ),
  );
  const elections = parts.filter(([name]) => name.endsWith('.pb'));
  return [
    ...names.map(([name]) => `entry ${name}`),
    ...tables.flat(),
    ...elections.flatMap(([name, bytes]) => electionFaults(name, Buffer.from(bytes))),
    ...(answer.body.length > 0 ? [] : ['empty']),
  ];
}

/** A Pabulib file: its three heads stand once each, whatever the titles of projects say. */
function electionFaults(name: string, bytes: Buffer): readonly string[] {
  const heads = bytes.toString('utf8').match(/^(META|PROJECTS|VOTES)\s*$/gm) ?? [];
  return heads.join() === 'META,PROJECTS,VOTES' ? [] : [`${name}: heads ${heads.join()}`];
}

/** Every part well-formed; no formula, field, macro or part from elsewhere. */
function officeFaults(body: Buffer): readonly string[] {
  return Object.entries(unzipSync(body)).flatMap(([name, bytes]) => {
    const text = Buffer.from(bytes).toString('utf8');
    const faults = /\.(xml|rels)$/.test(name) ? xmlFaults(Buffer.from(bytes)) : [];
    const acting = text.match(
      /TargetMode="External"|<f[ >]|<w:(fldSimple|altChunk)|<w:instrText[^>]*>(?!(PAGE|NUMPAGES)<)|vbaProject|oleObject/g,
    );
    return [...faults, ...new Set(acting ?? [])].map((fault) => `${name}: ${fault}`);
  });
}
