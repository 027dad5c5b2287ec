// Writes the software bill of materials and the list of licences of what runs in production, and
// refuses what the policy does not allow. Reads the lock file alone: no network.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceFaults, licencesOf, lockFaults, rangeFaults } from './dependency-policy.mjs';

const OUT = join('.ci', 'out');
const NPM_SBOM = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'];

const manifest = readJson('package.json');
const sbom = makeSbom();
const licences = licencesOf(sbom);
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
writeFileSync(join(OUT, 'licences.csv'), csvOf(licences));

const faults = [
  ...licenceFaults(licences),
  ...lockFaults(readJson('package-lock.json')),
  ...rangeFaults(manifest),
];
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(
  `${licences.length} packages in ${OUT}, ${faults.length} against the policy\n`,
);
process.exit(faults.length === 0 ? 0 : 1);

function makeSbom() {
  // npm warns on standard error of settings that are the machine's own.
  const stdio = ['ignore', 'pipe', 'ignore'];
  const options = {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio,
    shell: process.platform === 'win32',
  };
  const made = JSON.parse(execFileSync('npm', NPM_SBOM, options));
  // npm names the project after its folder.
  made.metadata.component.name = manifest.name;
  return made;
}

function csvOf(rows) {
  const lines = rows.map((row) => [row.name, row.version, row.licence, row.reason]);
  return [['package', 'version', 'licence', 'reason'], ...lines]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n')
    .concat('\n');
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
