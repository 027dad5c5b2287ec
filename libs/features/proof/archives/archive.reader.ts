import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { PIECE_BYTES } from './packed-archive.js';

/** What is told of a frozen archive. */
export interface ArchiveRow {
  readonly roundId: string;
  readonly bytes: number;
  /** Hexadecimal SHA-256 of the whole ZIP. */
  readonly sha256: string;
  readonly madeAt: Date;
}

/** The first and the last byte that are wanted. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** People entitled to vote at a place, and ballots of that place. */
export interface RollPlaceRow {
  readonly territory: string;
  readonly name: OfficialText;
  readonly people: number;
  readonly count: number;
}

/** Questions about the archives of rounds, and what an archive is made of. */
@Injectable()
export class ArchiveReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(roundId: string): Promise<ArchiveRow | null> {
    const rows: ArchiveRow[] = await this.dataSource.query(
      `select round_id as "roundId", bytes::float8 as bytes, encode(digest, 'hex') as sha256,
              made_at as "madeAt"
       from round_archives where round_id = $1`,
      [roundId],
    );
    return rows[0] ?? null;
  }

  /** The bytes of a range, part after part. */
  async *bytesOf(roundId: string, { first, last }: ByteRange): AsyncGenerator<Buffer> {
    const lastPlace = Math.floor(last / PIECE_BYTES);
    for (let place = Math.floor(first / PIECE_BYTES); place <= lastPlace; place += 1) {
      const [row]: { bytes: Buffer }[] = await this.dataSource.query(
        `select bytes from round_archive_pieces where round_id = $1 and place = $2`,
        [roundId, place],
      );
      const begin = place * PIECE_BYTES;
      yield row!.bytes.subarray(Math.max(0, first - begin), last + 1 - begin);
    }
  }

  /** Published rounds without an archive, the oldest first. */
  async listToMake(): Promise<string[]> {
    const rows: { round: string }[] = await this.dataSource.query(
      `select r.round_id as round from round_results r
       where r.published_at is not null
         and not exists (select from round_archives a where a.round_id = r.round_id)
       order by r.published_at`,
    );
    return rows.map(({ round }) => round);
  }

  /** Digests of the receipts of ballots that were replaced by later ones, hexadecimal. */
  async listReplaced(roundId: string): Promise<string[]> {
    const rows: { receipt: string }[] = await this.dataSource.query(
      `select encode(sha256(convert_to(receipt, 'UTF8')), 'hex') as receipt
       from former_ballots where round_id = $1 and replaced`,
      [roundId],
    );
    return rows.map(({ receipt }) => receipt);
  }

  /**
   * Who might vote and who did, by place: whoever voted counts where the ballot says, everybody else
   * who may vote by the roll counts where that person is registered.
   */
  async listRoll(roundId: string): Promise<RollPlaceRow[]> {
    return this.dataSource.query(ROLL, [roundId]);
  }
}

const ROLL = `
  with round as (
    select r.*, (r.voting_until at time zone 'Asia/Almaty')::date as closing
    from rounds r where r.id = $1
  ), voted as (
    select resident_id, territory_kato as territory from ballots where round_id = $1
  ), people as (
    select coalesce(v.territory, p.territory_kato) as territory, count(*)::int as people
    from round r
    join territories t on t.path @> array[r.territory_kato]
    join residents p on p.territory_kato = t.kato
    left join voted v on v.resident_id = p.id
    where v.resident_id is not null or (
      p.registered_from <= r.closing and p.born_on > r.closing - interval '111 years'
      and p.born_on + make_interval(years => r.minimum_age) <= r.closing)
    group by 1
  ), counted as (
    select territory, count(*)::int as count from voted group by 1
  )
  select t.kato as territory, jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as name,
         coalesce(p.people, 0) as people, coalesce(c.count, 0) as count
  from people p full join counted c using (territory)
  join territories t on t.kato = territory
  order by t.kato`;
