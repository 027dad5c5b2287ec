import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import type { ProposalVersionRow } from '#features/participation/proposals/proposal.reader.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import { presentInstant } from '../instant.js';
import { presentMoney } from '../money.js';
import { fileUrl } from './proposal.presenter.js';

/** A project of the ballot in a list; no count of votes is in it. */
export function presentProject(row: ProjectRow) {
  return {
    id: row.id,
    number: row.number,
    ballotNumber: row.ballotNumber,
    state: row.state,
    language: row.language,
    title: row.title,
    officialTitle: { kk: row.titleKk, ru: row.titleRu },
    category: row.category,
    territory: row.territory,
    territoryName: row.territoryName,
    address: row.address,
    coordinates: row.coordinates,
    cost: presentMoney(row.costTiyn),
    exclusiveGroup: row.exclusiveGroup,
    photo: row.photo && {
      thumbnail: fileUrl(smallNameOf(row.photo.storedName)),
      alternativeText: row.photo.alternativeText,
    },
  };
}

export type ProjectView = ReturnType<typeof presentProject>;

/** Places of projects as GeoJSON (RFC 7946); those without coordinates have no geometry. */
export function presentPlaces(rows: readonly ProjectRow[]) {
  const features = rows.map((row) => {
    const { coordinates, ...properties } = presentProject(row);
    return { type: 'Feature' as const, id: row.id, geometry: pointOf(row), properties };
  });
  return { type: 'FeatureCollection' as const, features };
}

export function presentVersion({ version, at, byOfficer, reason, fields }: ProposalVersionRow) {
  return { version, at: presentInstant(at), by: byOfficer ? 'officer' : 'author', reason, fields };
}

function pointOf({ coordinates }: ProjectRow) {
  if (coordinates === null) return null;
  const { longitude, latitude } = coordinates;
  return { type: 'Point' as const, coordinates: [longitude, latitude] };
}
