import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface PortalPlan {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
}

const MAIN = fileURLToPath(new URL('../../apps/cli/main.js', import.meta.url));
const READY = 'is ready at';
/** A guard against what hangs, not a measure. */
const LONGEST_START_MS = 300_000;

/** A portal with its worker in a process of its own, which can be killed and started again. */
export class PortalProcess {
  private child: ChildProcess | null = null;

  constructor(private readonly plan: PortalPlan) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return this.plan.port;
  }

  async start(): Promise<void> {
    this.child = spawn(process.execPath, [MAIN, 'serve'], {
      env: environmentOf(this.plan),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await readyOf(this.child);
  }

  /** Without any warning, as a power cut or the kernel's memory killer. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Returns the exit code; null where it did not end by itself. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }
}

/** One command of the operator, with its end; throws where it failed. */
export async function runCommand(plan: PortalPlan, args: readonly string[]): Promise<void> {
  const options = { env: environmentOf(plan), timeout: LONGEST_START_MS };
  await promisify(execFile)(process.execPath, [MAIN, ...args], options);
}

function environmentOf({ databaseUrl, dataFolder, port, env }: PortalPlan): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'development',
    LOG_LEVEL: 'silent',
    DATABASE_URL: databaseUrl,
    QATYSU_DATA: dataFolder,
    PORT: String(port),
    ...env,
  };
}

function readyOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The portal did not start')), LONGEST_START_MS);
    child.stdout!.on('data', (piece: Buffer) => {
      if (!String(piece).includes(READY)) return;
      clearTimeout(late);
      resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The portal ended with code ${code}`)));
  });
}
