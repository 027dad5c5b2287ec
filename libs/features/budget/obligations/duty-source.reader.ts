import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { obligationRuleOf, type OwnerPost } from '#rules/obligations/obligation-kind.js';
import { DUTIES_ON_RECORD } from './duty-source.sql.js';
import type { Duty } from './obligation-row.js';

/** Where a record names another post than the kind of duty does, it is that one who owes. */
type FoundDuty = Omit<Duty, 'post'> & { readonly post: OwnerPost | null };

/** Duties as the records of all features tell them. */
@Injectable()
export class DutySourceReader {
  constructor(private readonly dataSource: DataSource) {}

  /** All that is not known to be met yet. */
  async list(): Promise<readonly Duty[]> {
    const found: FoundDuty[] = await this.dataSource.query(DUTIES_ON_RECORD);
    return found.map((duty) => ({ ...duty, post: duty.post ?? obligationRuleOf(duty.kind).post }));
  }
}
