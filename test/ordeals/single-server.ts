import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { freePort } from '#platform/persistence/embedded/free-port.js';
import type { TownServer } from './town-server.js';

const SETTINGS = ['shared_buffers=128MB', 'max_connections=120'];

/** One embedded PostgreSQL, which comes again at the same address. */
export class SingleServer implements TownServer {
  private constructor(private server: EmbeddedPostgres) {}

  static async start(folder: string): Promise<SingleServer> {
    return new SingleServer(await EmbeddedPostgres.start(folder, SETTINGS, await freePort()));
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
    this.server = await EmbeddedPostgres.start(dataFolder, SETTINGS, port);
  }

  remove(): Promise<void> {
    return this.server.remove();
  }
}
