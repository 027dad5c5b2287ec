// Builds when a source is newer than the last build. Type errors are reported, not fatal: the
// compiler still writes its output, and `npm run check` refuses them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('dist', '.built');

export function buildWhenStale() {
  if (!isStale()) return;
  const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  if (build.status !== 0 && !existsSync(STAMP)) process.exit(build.status ?? 1);
}

function isStale() {
  if (!existsSync(STAMP)) return true;
  const built = statSync(STAMP).mtimeMs;
  return ['apps', 'libs', 'bench', 'test'].some((folder) => newestIn(folder) > built);
}

function newestIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce(
      (newest, file) => Math.max(newest, statSync(join(file.parentPath, file.name)).mtimeMs),
      0,
    );
}
