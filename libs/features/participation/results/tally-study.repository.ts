import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { StudyPart, TallyStudy } from './tally-study.js';

export interface NewFindings<Part extends StudyPart = StudyPart> {
  readonly tallyId: string;
  readonly part: Part;
  readonly findings: NonNullable<TallyStudy[Part]>;
}

/** Findings about counts: what stands already is never written again. */
export class TallyStudyRepository extends TransactionalRepository {
  async add({ tallyId, part, findings }: NewFindings): Promise<void> {
    await this.manager.query(
      `insert into tally_studies (tally_id, part, findings) values ($1, $2, $3)
       on conflict (tally_id, part) do nothing`,
      [tallyId, part, JSON.stringify(findings)],
    );
  }
}
