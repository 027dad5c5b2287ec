import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Debian's `golang-golang-x-mod-dev` lies. */
const GOPATH = process.env['GOPATH'] ?? '/usr/share/gocode';

/** A claim about the log, as `go-verifier/main.go` reads it. */
export type GoClaim = Readonly<Record<string, string | number | readonly string[]>>;

/** Is there a Go with the packages of an independent verifier? */
export function isGoThere(): boolean {
  const go = spawnSync('go', ['version']);
  return go.status === 0 && existsSync(`${GOPATH}/src/golang.org/x/mod/sumdb/tlog`);
}

/** Which of the claims the verifier of Go's checksum database accepts. */
export function acceptedByGo(claims: readonly GoClaim[]): boolean[] {
  const program = fileURLToPath(new URL('./go-verifier/main.go', import.meta.url));
  const run = spawnSync('go', ['run', program], {
    input: claims.map((claim) => `${JSON.stringify(claim)}\n`).join(''),
    env: { ...process.env, GOPATH, GO111MODULE: 'off' },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => line === 'true');
}
