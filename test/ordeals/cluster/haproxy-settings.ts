import type { NodePorts } from './patroni-settings.js';

/** Leads to whichever node Patroni says is the primary; `docs/operations/haproxy.cfg` in small. */
export function haproxySettings(port: number, nodes: readonly NodePorts[]): string {
  const servers = nodes.map(
    ({ database, patroni }, place) =>
      `  server node${place + 1} 127.0.0.1:${database} maxconn 120 check port ${patroni}`,
  );
  return `global
  maxconn 400
defaults
  mode tcp
  timeout connect 1s
  timeout client 10m
  timeout server 10m
  timeout check 1s
listen primary
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join('\n')}
`;
}
