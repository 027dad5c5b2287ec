import { describe, expect, it } from '@jest/globals';
import { deviceLabelOf } from './device-label.js';

const MOZILLA = 'Mozilla/5.0';

describe('the label of a device', () => {
  it.each([
    [undefined, 'program other'],
    ['curl/8.5.0', 'program other'],
    [
      `${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36`,
      'computer chrome',
    ],
    [`${MOZILLA} (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0`, 'computer firefox'],
    [`${MOZILLA} (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0`, 'computer edge'],
    [`${MOZILLA} (Linux; Android 15; SM-S911B) Chrome/140.0 Mobile Safari/537.36`, 'phone chrome'],
    [
      `${MOZILLA} (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'phone samsung',
    ],
    [
      `${MOZILLA} (Linux; Android 15) Chrome/138.0 YaBrowser/25.8 Mobile Safari/537.36`,
      'phone yandex',
    ],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 19_0) Version/19.0 Mobile/15E148 Safari/604.1`,
      'phone safari',
    ],
    [`${MOZILLA} (iPad; CPU OS 19_0) Version/19.0 Mobile/15E148 Safari/604.1`, 'tablet safari'],
  ])('of %s is %s', (agent, label) => expect(deviceLabelOf(agent)).toBe(label));
});
