import { execFileSync } from 'node:child_process';
import { type Assets, findAssets } from '#platform/views/assets.js';
import { VIEWS_ROOT } from '#platform/views/views.js';

/** The styles and scripts for tests in a browser: those of the last build, else made now. */
export function builtAssets(): Assets {
  const found = findAssets(VIEWS_ROOT);
  if (found.names['app.css']) return found;
  execFileSync(process.execPath, ['scripts/build-assets.mjs'], { cwd: VIEWS_ROOT });
  return findAssets(VIEWS_ROOT);
}
