import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { ProposalFileKind } from '#rules/participation/proposal-files.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { ProposalCoauthorRecord } from './proposal-coauthor.record.js';
import { ProposalFileRecord } from './proposal-file.record.js';
import { ProposalVersionRecord } from './proposal-version.record.js';
import { ProposalWithdrawalRecord } from './proposal-withdrawal.record.js';
import type { ProposalRecord } from './proposal.record.js';
import { versionFieldsOf } from './version-fields.js';

/** Who made a version, and why where it was made in office. */
export interface VersionMaker {
  readonly person: string;
  readonly inOffice: boolean;
  readonly reason: string | null;
}

/** What belongs to a proposal; the proposal itself is locked before. */
export class ProposalPartsRepository extends TransactionalRepository {
  /** Brings the co-authors to the given names, sealed. */
  async putCoauthors(proposalId: string, sealedNames: readonly Buffer[]): Promise<void> {
    const coauthors = this.manager.getRepository(ProposalCoauthorRecord);
    await coauthors.delete({ proposalId });
    const rows = sealedNames.map((sealedName) => ({ proposalId, sealedName, residentId: null }));
    await coauthors.insert(rows.map((row) => ({ ...row, id: v7() })));
  }

  async addFile(file: ProposalFileRecord): Promise<void> {
    await this.files.insert(file);
  }

  /** @throws DomainError not-found `proposal.file_not_found` */
  async getFile(proposalId: string, id: string): Promise<ProposalFileRecord> {
    const found = await this.files.findOneBy({ proposalId, id });
    if (!found) throw new DomainError('not-found', 'proposal.file_not_found');
    return found;
  }

  async removeFile(id: string): Promise<void> {
    await this.files.delete({ id });
  }

  async listFiles(proposalId: string): Promise<ProposalFileRecord[]> {
    return this.files.find({ where: { proposalId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  async countFiles(proposalId: string, kind: ProposalFileKind): Promise<number> {
    return this.files.countBy({ proposalId, kind });
  }

  /** Takes away all that a draft consists of; returns the stored names of its files. */
  async removeAll(proposalId: string): Promise<string[]> {
    const files = await this.listFiles(proposalId);
    await this.files.delete({ proposalId });
    await this.manager.getRepository(ProposalCoauthorRecord).delete({ proposalId });
    return files.map((file) => file.storedName);
  }

  /** Keeps the text as it stands as the next version, and returns the version's number. */
  async addVersion(proposal: ProposalRecord, by: VersionMaker, at: Date): Promise<number> {
    const proposalId = proposal.id;
    const versions = this.manager.getRepository(ProposalVersionRecord);
    const coauthors = await this.manager
      .getRepository(ProposalCoauthorRecord)
      .countBy({ proposalId });
    const fields = versionFieldsOf(proposal, coauthors, await this.listFiles(proposalId));
    const version = ((await versions.maximum('version', { proposalId })) ?? 0) + 1;
    const { person, inOffice, reason } = by;
    await versions.insert({
      proposalId,
      version,
      at,
      byPerson: person,
      byOfficer: inOffice,
      reason,
      fields: fields as object,
    });
    return version;
  }

  async addWithdrawal(withdrawal: ProposalWithdrawalRecord): Promise<void> {
    await this.manager.getRepository(ProposalWithdrawalRecord).insert(withdrawal);
  }

  private get files() {
    return this.manager.getRepository(ProposalFileRecord);
  }
}
