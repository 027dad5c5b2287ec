// `npm test`, then `npm run ordeals`, and fails when one of them does: a red test is no reason not to
// know what the ordeals say.
import { spawnSync } from 'node:child_process';

const runs = ['test', 'ordeals'].map((script) =>
  spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }),
);
process.exit(runs.every(({ status }) => status === 0) ? 0 : 1);
