import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { AddProposalFile } from '#features/participation/proposals/add-proposal-file.js';
import { DraftProposal } from '#features/participation/proposals/draft-proposal.js';
import type { ProposalFields } from '#features/participation/proposals/proposal-fields.js';
import { SubmitProposal } from '#features/participation/proposals/submit-proposal.js';
import { Uploads } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { tenge } from '#rules/kernel/money.js';
import { drawPicture } from './demo-drawings.js';
import type { DemoProposal } from './demo-proposal.js';

/** @returns the id of the submitted proposal */
export async function submitDemoProposal(
  app: INestApplicationContext,
  author: SignedIn,
  { roundId, proposal }: { readonly roundId: string; readonly proposal: DemoProposal },
): Promise<string> {
  const id = await draftDemoProposal(app, author, { roundId, proposal });
  await app.get(SubmitProposal, { strict: false }).run(author, { id, version: null });
  return id;
}

/** @returns the id of the draft, with its picture */
export async function draftDemoProposal(
  app: INestApplicationContext,
  author: SignedIn,
  { roundId, proposal }: { readonly roundId: string; readonly proposal: DemoProposal },
): Promise<string> {
  const id = await app
    .get(DraftProposal, { strict: false })
    .run(author, roundId, fieldsOf(proposal));
  if (proposal.photo) await addPicture(app, author, { id, ...proposal.photo });
  return id;
}

function fieldsOf(proposal: DemoProposal): ProposalFields {
  const { language, title, category, pot, address, at, problem, idea, beneficiaries } = proposal;
  const [latitude, longitude] = at;
  return {
    language,
    title: title[language],
    category,
    territory: pot,
    address,
    coordinates: { latitude, longitude },
    problem,
    idea,
    beneficiaries,
    costTiyn: tenge(proposal.costTenge),
    contact: '+7 700 000 00 00',
  };
}

type Picture = { readonly id: string } & NonNullable<DemoProposal['photo']>;

async function addPicture(
  app: INestApplicationContext,
  author: SignedIn,
  { id, drawing, text }: Picture,
): Promise<void> {
  const uploads = app.get(Uploads, { strict: false });
  const picture = Readable.from([await drawPicture(drawing)]);
  const upload = await uploads.receive(picture, `${drawing}.png`);
  await app
    .get(AddProposalFile, { strict: false })
    .run(author, { id, upload, alternativeText: text })
    .finally(() => uploads.discard(upload));
}
