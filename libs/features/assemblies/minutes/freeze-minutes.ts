import { v7 } from 'uuid';
import { isCommunityBody } from '#rules/assemblies/body-kind.js';
import { refusedInARow } from '#rules/assemblies/dismissal-ground.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { foldText } from '#rules/kernel/fold-text.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { DecisionRepository, type NewDismissal } from './decision.repository.js';
import type { MinutesInHand } from './minutes-acts.js';
import { MINUTES_SIGNED, minutesEvent } from './minutes.events.js';
import { MinutesRepository } from './minutes.repository.js';

/** Both have signed: nothing changes any more, and what was decided is taken over for what follows. */
export async function freezeMinutes({
  tx,
  minutes,
  place,
  now,
}: MinutesInHand): Promise<MinutesState> {
  const document = minutes.document!;
  const frozen = { frozenAt: now.at, searchText: searchTextOf(document) };
  const { state } = await tx.of(MinutesRepository).move(minutes, 'sign-as-secretary', frozen);
  const decisions = tx.of(DecisionRepository);
  // What a council says is advice: nobody has to answer it, and no report is approved by it.
  if (isCommunityBody(document.body)) {
    await decisions.takeOver(minutes.id, document);
    await decisions.addHeardReports(minutes.id, document);
  }
  const ground = await groundIn(decisions, document);
  if (ground)
    await decisions.raiseDismissal({
      id: v7(),
      minutesId: minutes.id,
      ground,
      territory: document.territory.kato,
      path: place.path,
      on: document.heldOn,
    });
  await tx.of(OutboxRepository).add(minutesEvent(MINUTES_SIGNED, minutes.id));
  return state;
}

/** Did the assembly take the initiative to dismiss the akim? */
export function asksDismissal({ body, items }: MinutesDocument): boolean {
  return (
    body === 'assembly' &&
    items.some(({ question, vote }) => question === 'akim-dismissal' && vote?.outcome === 'adopted')
  );
}

/** The assembly's initiative, or one more report of the akim that was not approved. */
async function groundIn(
  decisions: DecisionRepository,
  document: MinutesDocument,
): Promise<NewDismissal['ground'] | null> {
  if (asksDismissal(document)) return 'assembly-initiative';
  const { body, items, territory, heldOn } = document;
  const isRefused =
    isCommunityBody(body) &&
    items.some(
      ({ question, vote }) =>
        question === 'akim-report' && vote !== null && vote.outcome !== 'adopted',
    );
  if (!isRefused) return null;
  const reports = await decisions.listAkimReports(territory.kato);
  const needed = valueOn('akim-dismissal.refused-reports', heldOn);
  return refusedInARow(reports) >= needed ? 'refused-reports' : null;
}

function searchTextOf({ number, place, items }: MinutesDocument): string {
  const texts = items.flatMap(({ title, heard, decision, speeches }) => [
    ...[title, heard, decision].flatMap(({ kk, ru }) => [kk, ru]),
    ...speeches.map(({ text }) => text),
  ]);
  return foldText([number, place.kk, place.ru, ...texts].join('\n'));
}
