import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import {
  changedParts,
  digestOfMinutes,
  type PartDigests,
  partDigestsOf,
} from './minutes-digest.js';

/** Signed minutes that are not what was signed. */
export interface BrokenMinutesRow {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  /** Parts that differ from what both signed: `place`, `items.2`; the digest and missing signatures too. */
  readonly changed: readonly string[];
}

interface SignedColumns {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly document: MinutesDocument;
  readonly digest: Buffer;
  readonly signatures: readonly { readonly digest: string; readonly parts: PartDigests }[];
}

/** Compares signed minutes with what was signed: SQL leaves a trace even where no trigger stood. */
@Injectable()
export class MinutesIntegrityReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of all signed minutes, or of one, that were changed. */
  async listBroken(minutesId: string | null = null): Promise<BrokenMinutesRow[]> {
    const rows: SignedColumns[] = await this.dataSource.query(SIGNED, [minutesId]);
    return rows.flatMap((row) => {
      const changed = changesIn(row);
      const { id, number, territory } = row;
      return changed.length > 0 ? [{ id, number, territory, changed }] : [];
    });
  }
}

function changesIn({ document, digest, signatures }: SignedColumns): readonly string[] {
  const found = digestOfMinutes(document);
  const parts = partDigestsOf(document);
  const over = signatures.filter((signature) => signature.digest === found.toString('hex'));
  const last = signatures.at(-1);
  return [
    ...(last ? changedParts(last.parts, parts) : []),
    ...(found.equals(digest) ? [] : ['digest']),
    ...(over.length < BOTH ? ['signatures'] : []),
  ];
}

const BOTH = 2;

const SIGNED = `
  select p.id, p.number, p.territory_kato as territory, p.document, p.digest,
    coalesce((select jsonb_agg(jsonb_build_object('digest', encode(s.digest, 'hex'),
        'parts', s.part_digests) order by s.signed_at)
      from minutes_signatures s where s.minutes_id = p.id), '[]') as signatures
  from minutes p
  where p.frozen_at is not null and ($1::uuid is null or p.id = $1) order by p.frozen_at, p.id`;
