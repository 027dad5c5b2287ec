/** The PostgreSQL under a scratch town: one server, or a cluster of several. */
export interface TownServer {
  urlOf(database: string): string;
  /** Returns the address of an empty database. */
  createDatabase(name: string): Promise<string>;
  /** Kills what takes the writes, without any warning; returns when writes are taken again. */
  kill(): Promise<void>;
  /** An orderly restart: sessions are ended, nothing is torn. */
  restart(): Promise<void>;
  /** Ends every process and deletes every file. */
  remove(): Promise<void>;
}
