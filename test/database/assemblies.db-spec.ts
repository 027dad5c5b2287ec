import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';
import { NameReader } from '#features/registry/residents/name.reader.js';
import { testPersonalKeys } from '#test/support/personal-keys.js';

jest.setTimeout(60_000);

describe('assemblies', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await openTestDatabase()));
  afterAll(() => database.close());

  it('are asked about where there are none', async () => {
    const { dataSource } = database;
    const bodies = new BodyReader(dataSource);
    const meetings = new MeetingReader(dataSource, new NameReader(testPersonalKeys()));
    const minutes = new MinutesReader(dataSource, bodies, new DatabaseClock(dataSource));
    const list = { states: ['held'], sequence: 'latest-first', limit: 5, q: 'су' } as const;
    expect(await meetings.find(v7())).toBeNull();
    expect(await minutes.find(v7())).toBeNull();
    expect(await meetings.findHall(v7())).toEqual({ people: [], stays: [] });
    expect(await meetings.list(list)).toEqual([]);
    expect(await minutes.list(list)).toEqual([]);
    expect(await meetings.listOverdue(null, 5)).toEqual([]);
    expect(await bodies.listIn('990000000')).toEqual([]);
  });
});
