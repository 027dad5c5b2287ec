import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

/** An unprivileged account: PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account for the server when this process is root; null when it is not. */
export function accountForServer(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL refuses to run as root and no account postgres or nobody was found');
}

/**
 * Where the database's files live: in the data folder, or, when the server's account cannot pass
 * through it (a checkout under a 0700 home), in a folder of /var/lib named after that path.
 */
export function homeOfServer(dataFolder: string, account: Account | null): string {
  const inside = join(dataFolder, 'postgres');
  const home = !account || canPass(dataFolder) ? inside : outsideHome(dataFolder);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

function canPass(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function outsideHome(dataFolder: string): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  return `/var/lib/qatysu-${name}`;
}
