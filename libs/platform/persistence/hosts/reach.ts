import type { Client, ClientConfig } from 'pg';
import { WatchedClient } from '../watched-client.js';
import { addressesOf } from './host-list.js';
import { IN_RECOVERY, Leader, noLeader } from './leader.js';

/** How a pool or a single connection gets to the server that takes writes. */
export interface Reach {
  readonly connectionString: string;
  readonly Client: typeof WatchedClient;
}

/**
 * A list of hosts is reached through whichever of them leads; after a fail-over the next connection
 * finds the new leader, without a restart. An address of one host is reached as always.
 */
export function reach(url: string): Reach {
  const addresses = addressesOf(url);
  const [first = url] = addresses;
  if (addresses.length === 1) return { connectionString: first, Client: WatchedClient };
  return { connectionString: first, Client: clientOf(new Leader(addresses), addresses.length) };
}

/** A connection of its own to the server that takes writes; to be connected and ended. */
export function clientFor(url: string, config: ClientConfig = {}): Client {
  const { Client: Reaching, connectionString } = reach(url);
  return new Reaching({ ...config, connectionString });
}

type Connected = ((error: Error) => void) | ((error: null, client: Client) => void);

/** The pool makes its connections of this class; only where they lead to is ours. */
function clientOf(leader: Leader, hosts: number): typeof WatchedClient {
  return class extends WatchedClient {
    override connect(): Promise<Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<Client> | void {
      const connected = this.connectToLeader();
      if (!callback) return connected;
      const tell = callback as (error: Error | null, client?: Client) => void;
      connected.then((client) => tell(null, client), tell);
    }

    private async connectToLeader(): Promise<Client> {
      try {
        const { hostname, port } = new URL(await leader.find());
        Object.assign(this, { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5432) });
        await super.connect();
        await this.assertLeading();
        return this;
      } catch (error) {
        leader.forget();
        throw error;
      }
    }

    /** It may have been demoted since it was found. */
    private async assertLeading(): Promise<void> {
      const { rows } = await this.query<{ standby: boolean }>(IN_RECOVERY);
      if (!rows[0]!.standby) return;
      await this.end();
      throw noLeader(hosts);
    }
  };
}
