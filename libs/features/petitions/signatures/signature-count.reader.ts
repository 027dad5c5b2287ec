import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Questions about the counts of signatures themselves. */
@Injectable()
export class SignatureCountReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Petitions that gather or wait, whose counts were not compared for so long. */
  async listDue(hours: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select p.id from petitions p
       where p.kind = 'deputy-collection' and p.state in ('open', 'awaiting-answer')
         and not exists (select from signature_count_checks k where k.petition_id = p.id
                         and k.at > clock_timestamp() - make_interval(hours => $1))
       order by p.id`,
      [hours],
    );
    return rows.map(({ id }) => id);
  }
}
