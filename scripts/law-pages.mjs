// Fills the tables of docs/law from the rulebook itself: values by act, and the files that cite it.
// Run after a change of the rulebook: `npm run build && node scripts/law-pages.mjs`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LEGAL_ACTS } from '../dist/libs/rules/rulebook/legal-acts.js';
import { LEGAL_ROWS } from '../dist/libs/rules/rulebook/legal-rows.js';

const FOLDER = join('docs', 'law');
const TITLES = JSON.parse(readFileSync('libs/platform/views/catalogue/en/acts.json', 'utf8'));

/** Pages by the words with which a comment cites the act. */
const CITED_AS = {
  'budget-planning-rules.md': /\bPR pp?\. ([\d, –-]+\d)/,
  'budget-code.md': /\bBC arts?\. ([\d, –()]+\d\)?)/,
  'administrative-procedure-code.md': /\bAPPC arts?\. ([\d, ()–…-]+\d\)?)/,
  'labour-code.md': /Labour Code arts\. ([\d–]+)/,
  'civil-code.md': /Civil Code arts\. ([\d–]+)/,
  'local-self-government.md': /LSG arts?\. ([\d–…-]+)/,
  'identifiers.md': /`law\.md` (5\.\d)/,
};

const ACTS_ON_PAGE = {
  'administrative-procedure-code.md': ['administrative-procedure-code'],
  'budget-code.md': ['budget-code'],
  'budget-planning-rules.md': ['budget-planning-rules', 'budget-planning-rules-2021'],
  'local-self-government.md': [
    'local-self-government',
    'assembly-model-regulation',
    'separate-gathering-rules',
    'public-councils',
  ],
  'republican-budgets.md': Object.keys(LEGAL_ACTS).filter((act) => act.startsWith('republican-')),
};

for (const [page, acts] of Object.entries(ACTS_ON_PAGE)) fill(page, 'values', valuesOf(acts));
for (const [page, pattern] of Object.entries(CITED_AS)) fill(page, 'citations', citations(pattern));

function valuesOf(acts) {
  const rows = LEGAL_ROWS.filter((row) => acts.includes(row.source.act)).map(
    ({ key, value, unit, from, until, source, standing, verified, note }) => [
      `\`${key}\``,
      written(value, unit),
      `${from} – ${until ?? ''}`,
      source.point || '–',
      standing,
      verified ? 'yes' : `no: ${note?.replaceAll('-', ' ') ?? 'not read'}`,
    ],
  );
  const heads = acts.map((act) => {
    const { number, adoptedOn, url } = LEGAL_ACTS[act];
    const link = url ? `, [text](${url})` : '';
    return `- \`${act}\`: ${TITLES[act] ?? act}, adopted ${adoptedOn}${number ? `, No ${number}` : ''}${link}`;
  });
  return [...heads, '', ...table(['Key', 'Value', 'In force', 'Point', 'Set by', 'Read'], rows)];
}

function written(value, unit) {
  if (unit === 'tiyn') return `${Number(value) / 100} tenge`;
  if (Array.isArray(value)) return `${value.length} ${unit}: ${value.join(', ')}`;
  if (value.num !== undefined) return `${value.num}/${value.den}`;
  return `${value} ${unit}`;
}

function citations(pattern) {
  const found = sources().flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const points = [...text.matchAll(/@law[^\n]*/g)].flatMap(
      ([line]) => pattern.exec(line)?.[1] ?? [],
    );
    return points.length > 0 ? [[[...new Set(points)].join('; '), file]] : [];
  });
  const rows = found.map(([points, file]) => [points, `[\`${file}\`](../../${file})`]);
  return table(['Cited', 'File'], rows);
}

function sources() {
  return readdirSync('libs', { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
    .map((entry) => relative('.', join(entry.parentPath, entry.name)))
    .sort();
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

function fill(page, name, lines) {
  const path = join(FOLDER, page);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(begin);
  const [, after] = rest.split(end);
  writeFileSync(path, `${before}${begin}\n\n${lines.join('\n')}\n\n${end}${after}`);
}
