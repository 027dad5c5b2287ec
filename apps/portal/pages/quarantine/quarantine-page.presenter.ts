import type {
  OpenMotion,
  QuarantineRow,
} from '#features/participation/results/quarantine/quarantine-row.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { IntegrityFinding } from '#rules/integrity/integrity-report.js';
import type { BatchOfFinding } from '#rules/integrity/quarantine.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { previewPart } from './preview-part.js';
import { batchInWords, batchPart, type NameOf } from './quarantine-words.js';

export interface QuarantineDesk {
  readonly round: RoundRow;
  readonly findings: readonly IntegrityFinding[];
  readonly quarantines: readonly QuarantineRow[];
  readonly open: OpenMotion | null;
  readonly person: SignedIn;
  readonly nameOf: NameOf;
}

/** The desk of those who move and decide that suspicious ballots are set aside. */
export function presentQuarantineDesk(desk: QuarantineDesk, sent: SentForm, say: Wording) {
  const { round, quarantines, open, person, nameOf } = desk;
  const isAuditor = person.roles.some(({ role }) => role === 'auditor');
  const isFinal = round.publishedAt !== null;
  const canMove = isAuditor && !isFinal && !open;
  const title = say.t('quarantine.title');
  return {
    title,
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: say.t('integrity.title'), path: `/rounds/${round.id}/integrity` },
      { text: title },
    ],
    base: baseOf(round),
    faults: sent.faults,
    typed: { kk: sent.fields?.text('kk') ?? '', ru: sent.fields?.text('ru') ?? '' },
    isFinal,
    open: open && !isFinal && openPart(open, desk, say),
    findings: canMove && findingLinks(desk, say),
    batches: quarantines.map((row) => ({
      ...batchPart(row, nameOf, say),
      canRelease: canMove && row.isStanding,
    })),
  };
}

/** The page on which an auditor sees what setting a batch aside would change, and moves it. */
export function presentQuarantinePreview(
  { round, batch, preview, nameOf }: PreviewedBatch,
  sent: SentForm,
  say: Wording,
) {
  const title = batchInWords(batch, nameOf, say);
  return {
    title,
    crumbs: [{ text: say.t('quarantine.title'), path: baseOf(round) }, { text: title }],
    base: baseOf(round),
    faults: sent.faults,
    typed: { kk: sent.fields?.text('kk') ?? '', ru: sent.fields?.text('ru') ?? '' },
    batch,
    preview: preview && previewPart(preview, say),
  };
}

export interface PreviewedBatch {
  readonly round: RoundRow;
  readonly batch: BatchOfFinding;
  /** Null where a refused form comes back: what it would change was shown before. */
  readonly preview: OpenMotion['preview'] | null;
  readonly nameOf: NameOf;
}

function baseOf({ id }: RoundRow): string {
  return `/rounds/${id}/quarantine`;
}

function openPart(open: OpenMotion, { quarantines, person, nameOf }: QuarantineDesk, say: Wording) {
  const row = quarantines.find(({ id }) => id === open.quarantine)!;
  return {
    id: open.id,
    heading: say.t(`quarantine.open.${open.aim}`, { batch: batchInWords(row, nameOf, say) }),
    reason: say.official(open.reason).text,
    preview: previewPart(open.preview, say),
    isOwn: open.movedBy === person.personId,
  };
}

function findingLinks({ round, findings, nameOf }: QuarantineDesk, say: Wording) {
  return findings.map(({ signal, where = null }) => {
    const query = new URLSearchParams({ signal, ...(where !== null && { where }) });
    return {
      text: batchInWords({ signal, where }, nameOf, say),
      path: `${baseOf(round)}/preview?${query.toString()}`,
    };
  });
}
