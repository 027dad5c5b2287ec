import type { DeputyRow, MaslikhatRow } from '#features/registry/deputies/deputy-row.js';
import type { MaslikhatLine } from '#features/registry/deputies/maslikhat.reader.js';
import { reportYears } from '#rules/registry/deputy-report.js';
import { isMandateHeldOn, vacantSeats } from '#rules/registry/mandate.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

/** A deputy as programs see one; `holdsOffice` by the database's clock. */
export function presentDeputy(deputy: DeputyRow) {
  const { id, name, territory, territoryName, convocation, constituency, seat, party } = deputy;
  const { phone, email, reception, from, until, end, commissions, recallRequests } = deputy;
  const reported = deputy.reports.map(({ year }) => year);
  return {
    id,
    name,
    territory,
    territoryName,
    convocation,
    constituency,
    seat,
    party,
    holdsOffice: isMandateHeldOn(deputy, deputy.today),
    from,
    until,
    end,
    commissions,
    phone,
    email,
    reception,
    reports: reportYears(deputy, reported, deputy.today).map((year) => ({
      ...year,
      ...reportOf(deputy, year.year),
    })),
    recallRequests: constituency.kind === 'single-mandate' ? recallRequests.length : null,
  };
}

export type DeputyView = ReturnType<typeof presentDeputy>;

function reportOf({ reports }: DeputyRow, year: number) {
  const found = reports.find((report) => report.year === year);
  return found && { ...found, enclosures: found.enclosures.map(presentEnclosure) };
}

/** A maslikhat with its seats, taken and vacant. */
export function presentMaslikhat(maslikhat: MaslikhatRow) {
  const { convocationId, territory, territoryName, number, from, until, today } = maslikhat;
  const held = maslikhat.deputies.filter((deputy) => isMandateHeldOn(deputy, today));
  return {
    territory,
    territoryName,
    convocation: {
      id: convocationId,
      number,
      from,
      until,
    },
    constituencies: maslikhat.constituencies.map((constituency) => {
      const here = held.filter(({ constituencyId }) => constituencyId === constituency.id);
      return {
        ...constituency,
        deputies: here.map(({ id, seat, name, party }) => ({
          id,
          seat,
          name,
          party,
        })),
        vacant: vacantSeats(constituency.seats, here, today),
      };
    }),
    commissions: maslikhat.commissions,
  };
}

export type MaslikhatView = ReturnType<typeof presentMaslikhat>;

export function presentMaslikhatLine({ seats, held, ...line }: MaslikhatLine) {
  return { ...line, seats, held, vacant: seats - held };
}
