const PARTS = /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#]*)(.*)$/;

/**
 * One address for each host that a list names, as libpq writes lists of hosts; an ordinary address
 * is a list of one.
 *
 * @example addressesOf('postgresql://u@a:5432,b:5433/q') // → ['postgresql://u@a:5432/q', 'postgresql://u@b:5433/q']
 */
export function addressesOf(url: string): string[] {
  const [, scheme, person = '', hosts, rest] = PARTS.exec(url) ?? [];
  if (hosts === undefined) return [url];
  return hosts.split(',').map((host) => `${scheme}${person}${host}${rest}`);
}

/** The address of another database on the same hosts. */
export function databaseBeside(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*)(\/[^?#]*)?/, `$1/${name}`);
}
