import type { ResultView } from '../../portal/api/results/result.presenter.js';
import { CommandFailed } from '../command-failed.js';
import type { ApiClient } from './api-client.js';

const DECISION = {
  protocolNumber: '1',
  text: {
    kk: 'Сынақ сайлауының нәтижесі бекітілді',
    ru: 'Результат пробных выборов утверждён',
  },
};

/**
 * Closes and counts a staged round, has its result decided and published, each by another officer.
 *
 * @returns the winners' numbers on the ballot in the sequence of selection
 */
export async function publishWinners(
  api: ApiClient,
  roundId: string,
  [first, second]: readonly string[],
): Promise<readonly number[]> {
  await act('closure', first!, {});
  await act('council-decision', first!, DECISION);
  const result = await act('publication', second!, {});
  return result.winners.map(({ number }) => number);

  async function act(noun: string, session: string, body: object): Promise<ResultView> {
    const path = `/api/v1/rounds/${roundId}/${noun}`;
    const answer = await api.ask({ method: 'POST', path, session, body: JSON.stringify(body) });
    if (answer.status < 300) return JSON.parse(answer.body) as ResultView;
    throw new CommandFailed(`The ${noun} of the round was refused: ${answer.body}`);
  }
}
