import type { EnclosureRow } from '#features/record/enclosures/enclosure-row.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { MOST_ENCLOSURES } from '#rules/registry/enclosures.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentEnclosure } from './enclosure.presenter.js';

/** A form that comes back with its files. */
export interface SentWithFiles extends SentForm {
  readonly files?: EnclosingForm;
}

/** What a form with files said. */
export interface SentEnclosures {
  /** Files sent with this form before. */
  readonly kept: readonly EnclosureRow[];
  /** Id of the one to be taken out; empty: none. */
  readonly removed: string;
  readonly isAddPressed: boolean;
  readonly isTooLarge: boolean;
  /** Takes the file that was chosen; null where none was. */
  readonly add: (() => Promise<EnclosureRow>) | null;
}

/** The files of one form: as they were, and as they are once the form is settled. */
export class EnclosingForm {
  private files: readonly EnclosureRow[];

  constructor(private readonly sent: SentEnclosures) {
    this.files = sent.kept.filter(({ id }) => id !== sent.removed);
  }

  /** For a form that nobody has sent yet. */
  static empty(): EnclosingForm {
    return new EnclosingForm({
      kept: [],
      removed: '',
      isAddPressed: false,
      isTooLarge: false,
      add: null,
    });
  }

  get ids(): readonly string[] {
    return this.files.map(({ id }) => id);
  }

  /** A file was added or taken out; the act itself is not asked for yet. */
  get isOnlyFiling(): boolean {
    return this.sent.isAddPressed || this.sent.removed !== '';
  }

  /**
   * Takes in the file that was chosen, whichever button was pressed.
   *
   * @throws DomainError rule-violated with the fault at the field `file`
   */
  async settle(): Promise<void> {
    const { add, isTooLarge, isAddPressed } = this.sent;
    if (isTooLarge) throw faultOfFile('file.too_large');
    if (!add && isAddPressed) throw faultOfFile('file.missing');
    if (!add) return;
    if (this.files.length >= MOST_ENCLOSURES)
      throw faultOfFile('enclosure.too_many', { max: MOST_ENCLOSURES });
    this.files = [...this.files, await add().catch(atFile)];
  }

  /** For the part `enclosing`. */
  present(faults: FormFaults | undefined, say: Wording) {
    return {
      files: this.files.map((file) => presentEnclosure(file, say)),
      ids: this.ids.join(','),
      hasRoom: this.files.length < MOST_ENCLOSURES,
      most: MOST_ENCLOSURES,
      error: faults?.fields['file'] ?? faults?.fields['enclosures'],
    };
  }
}

function atFile(error: unknown): never {
  const isMendable =
    error instanceof DomainError && ['rule-violated', 'conflict'].includes(error.kind);
  throw isMendable ? faultOfFile(error.code, error.details) : error;
}

function faultOfFile(code: string, details: DomainError['details'] = {}): DomainError {
  const faults = [{ code, field: 'file', details }];
  return new DomainError('rule-violated', 'form.invalid', { faults });
}
