import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { NameReader, sealedNameOf } from '../../registry/residents/name.reader.js';

/** Signatures of one unit right below the addressed territory. */
export interface PlaceCountRow {
  readonly territory: string;
  readonly name: OfficialText;
  readonly population: number | null;
  readonly count: number;
}

/** Signatures by place; `places` and `unplaced` add up to `total`. */
export interface CountByPlace {
  readonly places: readonly PlaceCountRow[];
  /** Registered in no unit below, or told on paper without one. */
  readonly unplaced: number;
  readonly total: number;
}

/** A signature as the public list shows it. */
export interface ShownSignatureRow {
  readonly number: number;
  /** First name and initial; null where the signer hid it or was erased. */
  readonly name: string | null;
  readonly erased: boolean;
  readonly signedAt: Date;
}

/** One's own signature. */
export interface OwnSignatureRow {
  readonly number: number;
  readonly receipt: string;
  readonly nameHidden: boolean;
  readonly signedAt: Date;
}

/** What a receipt says: presence only. */
export interface ReceiptedSignatureRow {
  readonly petition: string;
  readonly number: number;
  readonly signedAt: Date;
  readonly state: 'valid' | 'withdrawn';
}

/** A petition that a resident has signed. */
export interface SignedPetitionRow {
  readonly petitionId: string;
  readonly petitionNumber: string;
  readonly title: OfficialText;
  readonly number: number;
  readonly signedAt: Date;
}

/** Questions about signatures. */
@Injectable()
export class SignatureReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  async countByPlace(petitionId: string): Promise<CountByPlace> {
    const rows: (PlaceCountRow & { total: number })[] = await this.dataSource.query(BY_PLACE, [
      petitionId,
    ]);
    const places = rows
      .filter(({ territory }) => territory !== null)
      .map(({ total: _total, ...place }) => place);
    const total = rows[0]?.total ?? 0;
    const placed = places.reduce((sum, { count }) => sum + count, 0);
    return { places, unplaced: total - placed, total };
  }

  /** The latest signatures. */
  async listLatest(petitionId: string, limit: number): Promise<ShownSignatureRow[]> {
    const rows: ShownSignatureRow[] = await this.dataSource.query(
      `select s.number, s.signed_at as "signedAt", r.sealed_name is null as erased,
         case when not s.name_hidden then ${sealedNameOf('r')} end as name
       from signatures s join residents r on r.id = s.resident_id
       where s.petition_id = $1 order by s.number desc limit $2`,
      [petitionId, limit],
    );
    return rows.map(({ name, ...row }) => ({ ...row, name: this.names.short(name) }));
  }

  async findOwn(petitionId: string, residentId: string): Promise<OwnSignatureRow | null> {
    const rows: OwnSignatureRow[] = await this.dataSource.query(
      `select number, receipt, name_hidden as "nameHidden", signed_at as "signedAt"
       from signatures where petition_id = $1 and resident_id = $2`,
      [petitionId, residentId],
    );
    return rows[0] ?? null;
  }

  /** Nearly always one or none: two petitions may give out the same code, the latest goes first. */
  async listReceipted(receipt: string): Promise<ReceiptedSignatureRow[]> {
    return this.dataSource.query(
      `select petition_id as petition, number, signed_at as "signedAt", 'valid' as state
       from signatures where receipt = $1
       union all
       select petition_id, number, signed_at, 'withdrawn' from former_signatures where receipt = $1
       order by "signedAt" desc`,
      [receipt],
    );
  }

  /** What a resident has signed, the latest first. */
  async listOwn(residentId: string, limit: number): Promise<SignedPetitionRow[]> {
    return this.dataSource.query(
      `select p.id as "petitionId", p.number as "petitionNumber", s.number, s.signed_at as "signedAt",
         jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as title
       from petitions p join signatures s on s.petition_id = p.id and s.resident_id = $1
       order by s.signed_at desc limit $2`,
      [residentId, limit],
    );
  }
}

const BY_PLACE = `
  with below as (
    select u.kato, jsonb_strip_nulls(jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en)) as name,
           u.population, u.name_kk
    from petitions p join territories u on u.parent_kato = p.territory_kato and u.valid_until is null
    where p.id = $1
  ), counted as (
    select u.kato, sum(c.valid)::integer as count
    from signature_counts c join territories t on t.kato = c.territory_kato
    join below u on u.kato = any(t.path)
    where c.petition_id = $1 group by u.kato
  )
  select b.kato as territory, b.name, b.population, coalesce(n.count, 0) as count, c.valid as total
  from petition_tallies c left join below b on true left join counted n on n.kato = b.kato
  where c.petition_id = $1
  order by coalesce(n.count, 0) desc, b.name_kk collate "kk-x-icu", b.kato`;
