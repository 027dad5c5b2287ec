import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonalKeys } from '#platform/identity/personal-keys.js';

/** The installation's key of every test portal, so that builders seal what it opens. */
export const TEST_PERSON_KEY = 'a7'.repeat(32);

/** The same keys without a portal. */
export function testPersonalKeys(): PersonalKeys {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-person-key-'));
  const file = join(folder, 'person.key');
  try {
    writeFileSync(file, TEST_PERSON_KEY);
    return PersonalKeys.fromFile(file, false);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
