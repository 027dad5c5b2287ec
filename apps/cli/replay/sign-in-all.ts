import { CommandFailed } from '../command-failed.js';
import { inLanes } from './in-lanes.js';
import type { ReplayGround } from './replay-ground.js';

/**
 * Signs people in by the stand-in.
 *
 * @returns their session cookies in the same sequence
 * @throws CommandFailed where the portal refuses one
 */
export async function signInAll(
  { api, connections, progress }: Pick<ReplayGround, 'api' | 'connections' | 'progress'>,
  people: readonly { readonly iin: string }[],
  part: string,
): Promise<readonly string[]> {
  const report = progress.begin(part, people.length);
  const sessions: string[] = new Array<string>(people.length);
  let done = 0;
  await inLanes(people.length, connections, async (place) => {
    const body = JSON.stringify({ provider: 'stand-in', iin: people[place]!.iin });
    const answer = await api.ask({ method: 'POST', path: '/api/v1/sessions', body });
    if (!answer.session || answer.status >= 300)
      throw new CommandFailed(`An invented resident could not sign in: ${answer.body}`);
    sessions[place] = answer.session;
    report((done += 1));
  });
  return sessions;
}
