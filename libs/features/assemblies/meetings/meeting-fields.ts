import type { VotingBody } from '#rules/assemblies/body-kind.js';
import type { Convener } from '#rules/assemblies/convening.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import type { AgendaLink } from './meeting-row.js';

/** An item of the agenda as the secretary enters it. */
export interface AgendaItemFields {
  readonly question: AssemblyQuestion;
  readonly title: OfficialText;
  readonly rapporteur: string | null;
  readonly links: readonly AgendaLink[];
  /** Where a report to be heard can be read. */
  readonly reportUrl: string | null;
  /** A petition's request that this item takes up. */
  readonly request: string | null;
}

/** How and when the population was told. */
export interface NoticeFields {
  readonly publishedAt: Date;
  readonly channels: readonly string[];
  readonly text: OfficialText;
}

/** A meeting as the secretary enters it; without a notice it is only planned. */
export interface MeetingFields {
  readonly territory: string;
  readonly kind: VotingBody;
  readonly part: OfficialText | null;
  readonly startsAt: Date;
  readonly place: OfficialText;
  readonly convener: Convener;
  /** Of a gathering: members of the community, and the register that says so. */
  readonly members: number | null;
  readonly membersSource: string | null;
  readonly agenda: readonly AgendaItemFields[];
  readonly notice: NoticeFields | null;
  readonly broadcastUrl: string | null;
  readonly repeatsMinutes: string | null;
}
