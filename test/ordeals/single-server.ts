import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { freePort } from '#platform/persistence/embedded/free-port.js';
import type { TownServer } from './town-server.js';

const SETTINGS = ['shared_buffers=128MB', 'max_connections=120'];

/** One embedded PostgreSQL, which comes again at the same address. */
export class SingleServer implements TownServer {
  private constructor(
    private server: EmbeddedPostgres,
    private readonly settings: readonly string[],
  ) {}

  static async start(folder: string, wish: readonly string[] = []): Promise<SingleServer> {
    const settings = [...SETTINGS, ...wish];
    const server = await EmbeddedPostgres.start(folder, settings, await freePort());
    return new SingleServer(server, settings);
  }

  get embedded(): EmbeddedPostgres {
    return this.server;
  }

  urlOf(database: string): string {
    return this.server.urlOf(database);
  }

  createDatabase(name: string): Promise<string> {
    return this.server.createDatabase(name);
  }

  async kill(): Promise<void> {
    process.kill(this.server.pid!, 'SIGKILL');
    await this.restart();
  }

  async restart(): Promise<void> {
    const { dataFolder, port } = this.server;
    await this.server.stop();
    this.server = await EmbeddedPostgres.start(dataFolder, this.settings, port);
  }

  /** The machine is lost: the server dies without a word, and its files with it. */
  async destroy(): Promise<void> {
    process.kill(this.server.pid!, 'SIGKILL');
    await this.server.stop();
    rmSync(join(this.server.dataFolder, 'postgres', 'cluster'), { recursive: true, force: true });
  }

  remove(): Promise<void> {
    return this.server.remove();
  }
}
