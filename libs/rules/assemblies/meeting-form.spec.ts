import { describe, expect, it } from '@jest/globals';
import { assessMeetingForm, type MeetingForm } from './meeting-form.js';

const text = { kk: 'Мәтін', ru: 'Текст' };
const form: MeetingForm = {
  kind: 'assembly',
  part: null,
  members: null,
  hasBody: true,
  agenda: [{ title: text }],
};

describe('assessMeetingForm', () => {
  it.each<[Partial<MeetingForm>, readonly string[]]>([
    [{}, []],
    [{ hasBody: false }, ['meeting.no_assembly']],
    [{ kind: 'gathering', hasBody: false }, ['meeting.members_unknown']],
    [{ kind: 'gathering', members: 1 }, []],
    [{ part: text }, ['meeting.part_not_needed']],
    [{ kind: 'separate-gathering', members: 90 }, ['meeting.part_missing']],
    [{ kind: 'separate-gathering', members: 90, part: text }, []],
    [
      { kind: 'separate-gathering', members: 90, part: { kk: 'Мектеп көшесі', ru: ' ' } },
      ['meeting.part_missing'],
    ],
    [{ agenda: [{ title: text }, { title: { kk: '', ru: 'Бюджет' } }] }, ['agenda.title_missing']],
  ])('%j → %j', (change, codes) => {
    expect(assessMeetingForm({ ...form, ...change }).map(({ code }) => code)).toEqual(codes);
  });
});
