import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss never ends the process. Neither pg's pool nor TypeORM listens all the time
 * (not while a connection is lent, not between its loss and its removal): a database that dies in that
 * gap would be an unhandled event. What the connection was doing fails by itself, and is told.
 */
export class WatchedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
