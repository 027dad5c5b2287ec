import type { INestApplicationContext } from '@nestjs/common';
import { AnswerInquiry } from '#features/petitions/inquiries/answer-inquiry.js';
import { CommentOnInquiry } from '#features/petitions/inquiries/comment-on-inquiry.js';
import { FileInquiry } from '#features/petitions/inquiries/file-inquiry.js';
import { LawfulInquiries } from '#features/petitions/inquiries/lawful-inquiries.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { DatabaseClock, type Moment, civilDateOf } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { DemoActors } from './demo-actors.js';
import { DEMO_INQUIRIES, type DemoInquiry } from './demo-inquiries.js';

const DAY_MS = 86_400_000;

/** Inquiries of the demo town's deputies; where there are any already, nothing is added. */
export async function seedDemoInquiries(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await app.get(InquiryReader, { strict: false }).list({ limit: 1 });
  if (known.length > 0) return;
  const actors = new DemoActors(app, people);
  for (const inquiry of DEMO_INQUIRIES) await bringAbout(app, actors, inquiry);
}

async function bringAbout(
  app: INestApplicationContext,
  actors: DemoActors,
  { deputy: [maslikhat, place], inquiry, filedDaysAgo, answer, comment }: DemoInquiry,
): Promise<void> {
  const deputy = (await actors.holders('deputy', maslikhat))[place]!;
  const id = await filing(app, filedDaysAgo).run(deputy, inquiry);
  if (answer) {
    const { by, ...written } = answer;
    const official: SignedIn = (await actors.holders(...by))[0]!;
    await app.get(AnswerInquiry, { strict: false }).run(official, id, written);
  }
  if (comment) await app.get(CommentOnInquiry, { strict: false }).run(deputy, id, comment);
}

/** The act of today, or of so many days ago by a clock put back. */
function filing(app: INestApplicationContext, daysAgo: number): FileInquiry {
  const clock = app.get(DatabaseClock, { strict: false });
  const putBack = {
    now: async (): Promise<Moment> => {
      const at = new Date((await clock.now()).at.getTime() - daysAgo * DAY_MS);
      return { at, today: civilDateOf(at) };
    },
  } as DatabaseClock;
  return new FileInquiry(
    app.get(UnitOfWork, { strict: false }),
    putBack,
    app.get(LawfulInquiries, { strict: false }),
  );
}
