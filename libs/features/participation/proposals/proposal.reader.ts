import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { canSee, canSeeFiles, type SeenProposal } from './proposal.policy.js';
import {
  PROPOSAL_SELECT,
  toProposalRow,
  type ProposalFileRow,
  type ProposalRow,
  type StoredProposal,
} from './proposal-row.js';
import type { VersionFields } from './version-fields.js';

/** A version as readers give it: who is told by the post or as the author, never by name. */
export interface ProposalVersionRow {
  readonly version: number;
  readonly at: Date;
  readonly byOfficer: boolean;
  readonly reason: string | null;
  readonly fields: VersionFields;
}

const NUMBER = /^[\x21-\x7e]{1,60}$/;

/** A stored file, with what decides who may see it. */
export type StoredFileRow = ProposalFileRow & SeenProposal;

/** Questions about single proposals, answered as far as the one who asks may know. */
@Injectable()
export class ProposalReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  /**
   * A proposal by its id or its number.
   *
   * @throws DomainError not-found `proposal.not_found`, also for what is not the person's to see
   */
  async getFor(person: SignedIn | undefined, idOrNumber: string): Promise<ProposalRow> {
    const row = await this.find(idOrNumber);
    if (!row || !canSee(person, row)) throw new DomainError('not-found', 'proposal.not_found');
    return row;
  }

  /** A person's own proposals, drafts among them, the newest first. */
  async listOwn(personId: string): Promise<ProposalRow[]> {
    const rows: StoredProposal[] = await this.dataSource.query(
      `${PROPOSAL_SELECT} where p.author_id = $1 order by p.id desc`,
      [personId],
    );
    return rows.map((row) => toProposalRow(row, this.names));
  }

  /** The submitted versions, the first one first. */
  async listVersions(proposalId: string): Promise<ProposalVersionRow[]> {
    return this.dataSource.query(
      `select version, at, by_officer as "byOfficer", reason, fields
       from proposal_versions where proposal_id = $1 order by version`,
      [proposalId],
    );
  }

  /**
   * A file by its stored name.
   *
   * @throws DomainError not-found `proposal.file_not_found`, also for what is not the person's to see
   */
  async getFileFor(person: SignedIn | undefined, storedName: string): Promise<StoredFileRow> {
    const rows: StoredFileRow[] = await this.dataSource.query(FIND_FILE, [storedName]);
    const row = rows[0];
    if (!row || !canSeeFiles(person, row))
      throw new DomainError('not-found', 'proposal.file_not_found');
    return row;
  }

  private async find(idOrNumber: string): Promise<ProposalRow | null> {
    const column = isUuid(idOrNumber) ? 'id' : NUMBER.test(idOrNumber) ? 'number' : null;
    if (!column) return null;
    const rows: StoredProposal[] = await this.dataSource.query(
      `${PROPOSAL_SELECT} where p.${column} = $1`,
      [idOrNumber],
    );
    return rows[0] ? toProposalRow(rows[0], this.names) : null;
  }
}

const FIND_FILE = `
  select f.id, f.kind, f.stored_name as "storedName", f.shown_name as "shownName",
    f.media_type as "mediaType", f.size_bytes as "sizeBytes", f.alternative_text as "alternativeText",
    f.width, f.height, p.author_id as "authorId", p.state, p.number, t.path as "roundTerritoryPath"
  from proposal_files f join proposals p on p.id = f.proposal_id
    join rounds r on r.id = p.round_id join territories t on t.kato = r.territory_kato
  where f.stored_name = $1`;
