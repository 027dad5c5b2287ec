import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built styles and scripts lie and what their names are. */
export interface Assets {
  /** Folder to serve at `/assets/`; names inside carry a hash, so they may be kept for ever. */
  readonly folder: string;
  readonly names: Readonly<Record<string, string>>;
}

const PLACE = 'apps/portal/assets';

/** Finds the assets beside the compiled code or, in tests, those of the last build. */
export function findAssets(root: string): Assets {
  const folders = [join(root, PLACE), join(root, 'dist', PLACE)];
  const folder = folders.find((each) => existsSync(join(each, 'manifest.json')));
  if (!folder) return { folder: join(root, PLACE), names: {} };
  const names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as unknown;
  return { folder, names: names as Record<string, string> };
}

/** `assetPath(assets, 'app.css') // → '/assets/qatysu-3f2a….css'` */
export function assetPath(assets: Assets, name: string): string {
  return `/assets/${assets.names[name] ?? name}`;
}
