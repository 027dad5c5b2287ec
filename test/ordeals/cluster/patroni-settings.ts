import { join } from 'node:path';
import { serverPrograms } from './programs.js';

/** Ports of loopback on which one node is reached. */
export interface NodePorts {
  readonly database: number;
  /** Where Patroni tells who leads. */
  readonly patroni: number;
}

export interface NodeSettings {
  readonly name: string;
  readonly ports: NodePorts;
  readonly folder: string;
  readonly etcd: number;
  readonly password: string;
  /** An act is acknowledged when a standby has it, too. */
  readonly synchronous: boolean;
}

export const PERSON = 'qatysu';

/** Seconds: a dead leader is noticed after `ttl`. Patroni wants ttl > loop_wait + 2 × retry_timeout. */
const SOON = { ttl: 10, loop_wait: 2, retry_timeout: 3 };

/** For the control: a standby that is far behind may take over as well. */
const ANY_LAG_BYTES = 1_073_741_824;

const PARAMETERS = {
  shared_buffers: '64MB',
  max_connections: 120,
  wal_level: 'replica',
  hot_standby: 'on',
  unix_socket_directories: '',
  timezone: 'UTC',
};

/** One node's configuration, as `docs/operations/patroni.yml` has it for a town; JSON is YAML too. */
export function patroniSettings(node: NodeSettings): object {
  const { name, ports, folder, etcd } = node;
  const account = { username: PERSON, password: node.password };
  return {
    scope: 'qatysu',
    name,
    restapi: { listen: local(ports.patroni), connect_address: local(ports.patroni) },
    etcd3: { hosts: local(etcd) },
    bootstrap: bootstrapOf(node),
    postgresql: {
      listen: local(ports.database),
      connect_address: local(ports.database),
      data_dir: join(folder, 'data'),
      bin_dir: serverPrograms(),
      pgpass: join(folder, 'pgpass'),
      authentication: { superuser: account, replication: account, rewind: account },
      pg_hba: [
        'host all all 127.0.0.1/32 scram-sha-256',
        'host replication all 127.0.0.1/32 scram-sha-256',
      ],
    },
  };
}

function bootstrapOf({ synchronous }: NodeSettings): object {
  return {
    dcs: {
      ...SOON,
      // A leader that crashed is not waited for.
      master_start_timeout: 0,
      maximum_lag_on_failover: ANY_LAG_BYTES,
      synchronous_mode: synchronous,
      postgresql: { use_pg_rewind: true, use_slots: true, parameters: PARAMETERS },
    },
    initdb: ['data-checksums', { encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
  };
}

function local(port: number): string {
  return `127.0.0.1:${port}`;
}
