import type { Amount } from '../amount.js';
import { readAmount } from './amounts.js';
import type { Findings } from './findings.js';
import type { Header } from './header.js';

export interface ProjectRow {
  readonly id: string;
  readonly cost: Amount;
  readonly name?: string;
  readonly selected?: number;
  readonly group?: string;
}

/** The PROJECTS section: what stands for election and what it costs. */
export class ProjectsSection {
  readonly rows: ProjectRow[] = [];
  readonly positions = new Map<string, number>();

  constructor(
    private readonly header: Header,
    private readonly findings: Findings,
  ) {}

  add(fields: readonly string[], line: number): void {
    const id = this.field(fields, 'project_id');
    const cost = this.cost(fields, line, id);
    if (id === '') this.findings.add(line, 'pabulib.project_id_missing');
    else if (this.positions.has(id)) this.findings.add(line, 'pabulib.project_repeated', { id });
    else this.positions.set(id, this.rows.length);
    this.rows.push({
      id,
      cost,
      ...this.name(fields),
      ...this.selected(fields, line),
      ...this.group(fields),
    });
  }

  private field(fields: readonly string[], column: string): string {
    return (fields[this.header.place(column)] ?? '').trim();
  }

  private cost(fields: readonly string[], line: number, project: string): Amount {
    const value = this.field(fields, 'cost');
    const cost = readAmount(value);
    if (!cost || cost.amount.digits < 0n) {
      this.findings.add(line, 'pabulib.cost_invalid', { project, value });
      return { digits: 0n, decimals: 0 };
    }
    if (!cost.plain) this.findings.add(line, 'pabulib.amount_unusual', { value });
    return cost.amount;
  }

  private name(fields: readonly string[]): { name?: string } {
    const name = this.field(fields, 'name');
    return name === '' ? {} : { name };
  }

  /** Our own exports name projects that exclude each other; no other file has this column. */
  private group(fields: readonly string[]): { group?: string } {
    const group = this.field(fields, 'exclusive_group');
    return group === '' ? {} : { group };
  }

  private selected(fields: readonly string[], line: number): { selected?: number } {
    const value = this.field(fields, 'selected');
    if (/^\d$/.test(value)) return { selected: Number(value) };
    if (value !== '') this.findings.add(line, 'pabulib.selected_invalid', { value });
    return {};
  }
}
