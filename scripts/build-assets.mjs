// Completes `dist` after tsc: copies what is not TypeScript, drops what has no source any more,
// makes the styles, and gives styles, scripts and pictures names with a hash.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compile } from 'sass';

const OUT = 'dist';
const ASSETS = join('apps', 'portal', 'assets');
const CODE_FOLDERS = ['apps', 'libs', 'bench'];
const NOT_COPIED = new Set(['.ts', '.md', '.scss']);

for (const folder of CODE_FOLDERS) copyBesideCode(folder);
for (const folder of [...CODE_FOLDERS, 'test']) dropWithoutSource(join(OUT, folder));
publishAssets();
writeFileSync(join(OUT, '.built'), `${new Date().toISOString()}\n`);

function copyBesideCode(folder) {
  for (const file of filesIn(folder)) {
    if (NOT_COPIED.has(extname(file)) || file.startsWith(ASSETS)) continue;
    cpSync(file, join(OUT, file), { preserveTimestamps: true });
  }
}

function dropWithoutSource(folder) {
  for (const file of filesIn(folder)) {
    const source = relative(OUT, file);
    const typescript = source.replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(source) && !existsSync(typescript)) rmSync(file);
  }
}

function publishAssets() {
  const folder = join(OUT, ASSETS);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const styles = compile(join(ASSETS, 'styles', 'app.scss'), {
    style: 'compressed',
    loadPaths: ['node_modules'],
    quietDeps: true,
  });
  const published = [['app.css', 'qatysu', Buffer.from(styles.css)]];
  for (const file of [...filesIn(join(ASSETS, 'scripts')), ...filesIn(join(ASSETS, 'images'))]) {
    published.push([basename(file), basename(file, extname(file)), readFileSync(file)]);
  }
  const names = published.map(([name, stem, bytes]) => [name, publish(folder, name, stem, bytes)]);
  writeFileSync(
    join(folder, 'manifest.json'),
    `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`,
  );
}

function publish(folder, name, stem, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const hashed = `${stem}-${hash}${extname(name)}`;
  writeFileSync(join(folder, hashed), bytes);
  if (/\.(css|js|svg)$/.test(name)) {
    writeFileSync(join(folder, `${hashed}.br`), brotliCompressSync(bytes));
    writeFileSync(join(folder, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return hashed;
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
