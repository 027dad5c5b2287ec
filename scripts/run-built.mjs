// Runs a compiled command, built first when the sources are newer: `run-built.mjs apps/cli/main.js …`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';

const [entry, ...rest] = process.argv.slice(2);
buildWhenStale();
const child = spawn(process.execPath, [join('dist', entry), ...rest], { stdio: 'inherit' });
// The terminal sends its signals to the whole group; a supervisor sends them to this process alone.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
