// Runs a compiled command and builds first when the sources are newer: `run-built.mjs apps/cli/main.js …`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [entry, ...rest] = process.argv.slice(2);
const built = join('dist', entry);
const stamp = join('dist', '.built');

function newestIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((newest, file) => Math.max(newest, statSync(join(file.parentPath, file.name)).mtimeMs), 0);
}

const stale =
  !existsSync(stamp) ||
  ['apps', 'libs', 'bench', 'test'].some((folder) => newestIn(folder) > statSync(stamp).mtimeMs);
if (stale) {
  const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
const run = spawnSync(process.execPath, [built, ...rest], { stdio: 'inherit' });
process.exit(run.status ?? 1);
