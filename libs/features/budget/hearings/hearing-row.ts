import type { HearingRemark } from '#rules/budgets/budget-hearing.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';

export interface HearingProtocolRow {
  readonly attended: number;
  readonly summary: OfficialText;
  readonly remarks: readonly HearingRemark[];
  readonly post: OfficialText;
  readonly enclosures: readonly EnclosureRow[];
}

/** A public hearing of a draft; without a protocol until it is entered. */
export interface HearingRow {
  readonly id: string;
  readonly budgetId: string;
  readonly commission: OfficialText;
  readonly startsAt: Date;
  readonly place: OfficialText;
  readonly notice: OfficialText;
  /** When it was announced, and by whom. */
  readonly at: Date;
  readonly post: OfficialText;
  readonly protocol: HearingProtocolRow | null;
}
