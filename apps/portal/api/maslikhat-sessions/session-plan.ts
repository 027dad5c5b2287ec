import type { SessionPlan } from '#features/budget/sessions/convene-session.js';
import type { NewMaslikhatSessionDto } from './new-maslikhat-session.dto.js';

/** A session as the use case takes it; without a kind it is a regular one. */
export function sessionPlanOf(body: NewMaslikhatSessionDto): SessionPlan {
  const { territory, number, kind = 'regular', place, agenda, broadcast = null } = body;
  return {
    maslikhat: territory,
    number,
    kind,
    noticeOn: body.noticeOn,
    materialsOn: body.materialsOn,
    sessionOn: body.sessionOn,
    place: { kk: place.kk, ru: place.ru },
    broadcastUrl: broadcast,
    agenda: agenda.map(({ title, petition = null, budget = null }) => ({
      title: { kk: title.kk, ru: title.ru },
      petition,
      budget,
    })),
    request: requestOf(body),
  };
}

function requestOf({ request }: NewMaslikhatSessionDto): SessionPlan['request'] {
  if (!request) return null;
  const { by, deputies = [], on } = request;
  return { by: by === 'akim' ? { kind: 'akim' } : { kind: 'deputies', deputyIds: deputies }, on };
}
