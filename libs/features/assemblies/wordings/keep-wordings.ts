import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { WordingRepository } from './wording.repository.js';

/** One change of a unit's wordings. */
export type WordingChange =
  | { readonly act: 'add-phrase'; readonly text: OfficialText }
  | {
      readonly act: 'add-agenda-item';
      readonly question: AssemblyQuestion;
      readonly text: OfficialText;
    }
  | {
      readonly act: 'change';
      readonly id: string;
      readonly text: OfficialText;
      /** Version that the secretary saw; null: whichever there is. */
      readonly version: number | null;
    }
  | { readonly act: 'retire'; readonly id: string }
  /** A phrase of the catalogue: its code and its words. */
  | {
      readonly act: 'put-away' | 'take-up';
      readonly code: string;
      readonly text: OfficialText;
    };

const LONGEST = 500;

/** The secretary adds, changes and retires the wordings of a unit. */
@Injectable()
export class KeepWordings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly territories: TerritoryReader,
  ) {}

  /** @throws DomainError rule-violated `wording.invalid`, not-found `wording.not_found` */
  async run(person: SignedIn, territory: string, change: WordingChange): Promise<void> {
    const id = v7();
    const { path } = await this.territories.get(territory);
    const actor = actingAs(person, ['secretary'], path);
    const { at } = await this.clock.now();
    if ('text' in change) assertNoFaults('wording.invalid', textFaults(change.text));
    await this.unitOfWork.run(async (tx) => {
      await apply(tx, change, { id, territory, actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: `wording.${change.act}`,
        objectKind: 'wording',
        objectId: 'id' in change ? change.id : id,
        territory,
        after: { ...change },
      });
    });
  }
}

interface Making {
  readonly id: string;
  readonly territory: string;
  readonly actor: Actor;
  readonly at: Date;
}

async function apply(tx: Transaction, change: WordingChange, making: Making): Promise<void> {
  const wordings = tx.of(WordingRepository);
  switch (change.act) {
    case 'add-phrase':
      return wordings.add({ ...making, kind: 'phrase', question: null, text: change.text });
    case 'add-agenda-item':
      return wordings.add({ ...making, ...change, kind: 'agenda-item' });
    case 'change': {
      const kept = await wordings.getForChange(change.id, making.territory);
      assertCurrent(kept.version, change.version);
      return wordings.change(kept, change.text);
    }
    case 'retire':
      return wordings.retire(await wordings.getForChange(change.id, making.territory), making.at);
    default:
      return wordings.setAway(
        { ...making, text: change.text },
        change.code,
        change.act === 'put-away',
      );
  }
}

function textFaults(text: OfficialText): readonly Fault[] {
  const languages = missingLanguages(text);
  const faults: Fault[] = [];
  if (languages.length > 0)
    faults.push({ code: 'wording.text_missing', field: 'text', details: { languages } });
  if (text.kk.length > LONGEST || text.ru.length > LONGEST)
    faults.push({ code: 'wording.text_too_long', field: 'text', details: { max: LONGEST } });
  return faults;
}
