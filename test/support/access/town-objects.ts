import type { DataSource } from 'typeorm';
import { TOWN_SOURCES } from './town-sources.js';

/** An object of the seeded town that an address names, and whose it is. */
export interface TownObject {
  /** Texts that stand in the address or in what is sent, by their names. */
  readonly names: Readonly<Record<string, string>>;
  readonly territory: string;
  /** Whose deputies and secretary act on it. */
  readonly maslikhat: string;
  /** The person to whom it belongs. */
  readonly owner: string | null;
}

/** Where nothing is named: a list, or an act that its body says everything about. */
const NOTHING_NAMED: TownObject = {
  names: {},
  territory: '992030000',
  maslikhat: '992000000',
  owner: null,
};

/** Looks up what the parameters of an address stand for in the seeded town. */
export class TownObjects {
  private readonly found = new Map<string, Promise<TownObject>>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws Error that names the source to add where none fits the address */
  async of(path: string, kind: string | null): Promise<TownObject> {
    const plain = path.replace(/^\/api\/v1|^\/:lang/, '');
    const source = sourceOf(plain, kind);
    if (!source && !plain.includes(':')) return NOTHING_NAMED;
    if (!source) throw new Error(`No row of the town stands for ${path} in town-sources.ts`);
    const [address, query] = source;
    const known = this.found.get(address) ?? this.read(address, query);
    this.found.set(address, known);
    return known;
  }

  private async read(address: string, query: string): Promise<TownObject> {
    const [row]: Record<string, string | number | null>[] = await this.dataSource.query(
      `${query} limit 1`,
    );
    if (!row) throw new Error(`The seeded town has no row for ${address}`);
    const { territory, maslikhat, owner = null, ...names } = row;
    return {
      names: Object.fromEntries(
        Object.entries(names).map(([name, value]) => [name, String(value)]),
      ),
      territory: String(territory),
      maslikhat: String(maslikhat ?? territory),
      owner: owner === null ? null : String(owner),
    };
  }
}

function sourceOf(plain: string, kind: string | null) {
  if (kind !== null) return TOWN_SOURCES.find(([address]) => address === `${plain} of ${kind}`);
  return TOWN_SOURCES.find(([address]) => plain === address || isBelow(plain, address));
}

/** `/rounds/:id/results.csv` is below `/rounds/:id/results`, which is below `/rounds/:id`. */
function isBelow(plain: string, address: string): boolean {
  if (!address.includes(':') || !plain.startsWith(address)) return false;
  return plain[address.length] === '/' || plain[address.length] === '.';
}
