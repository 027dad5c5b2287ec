import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that can be shut, as if the database were away. */
export interface DatabaseDoor {
  readonly url: string;
  /** Nobody answers there any more, or somebody who never says a word. */
  shut(how: 'refusing' | 'silent'): void;
  open(): void;
  close(): Promise<void>;
}

export async function openDatabaseDoor(databaseUrl: string): Promise<DatabaseDoor> {
  const behind = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: 'open' | 'refusing' | 'silent' = 'open';
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((asker) => {
    keep(asker);
    if (state === 'refusing') asker.destroy();
    if (state !== 'open') return;
    const database = keep(connect(Number(behind.port), behind.hostname));
    asker.pipe(database).pipe(asker);
    asker.on('close', () => database.destroy());
    database.on('close', () => asker.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cutAll = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: url.href,
    shut: (how) => {
      state = how;
      cutAll();
    },
    open: () => void (state = 'open'),
    close: async () => {
      cutAll();
      await new Promise((done) => server.close(done));
    },
  };
}
