import { describe, expect, it } from '@jest/globals';
import { assessAttendance, presentAt } from './attendance.js';

const at = (minute: number) => `2026-12-01T10:${String(minute).padStart(2, '0')}:00+05:00`;

describe('presentAt', () => {
  const stays = [
    { memberId: 'early', arrivedAt: at(0), leftAt: at(30) },
    { memberId: 'late', arrivedAt: at(20), leftAt: null },
    { memberId: 'back', arrivedAt: at(0), leftAt: at(10) },
    { memberId: 'back', arrivedAt: at(25), leftAt: null },
  ];

  it.each([
    [0, ['back', 'early']],
    [9, ['back', 'early']],
    [10, ['early']],
    [19, ['early']],
    [20, ['early', 'late']],
    [25, ['back', 'early', 'late']],
    [29, ['back', 'early', 'late']],
    [30, ['back', 'late']],
  ])('at minute %i: %j', (minute, expected) => {
    expect(presentAt(stays, at(minute))).toEqual(expected);
  });

  it('reads moments of any offset and refuses those without one', () => {
    expect(presentAt(stays, '2026-12-01T05:05:00Z')).toEqual(['back', 'early']);
    expect(() => presentAt(stays, '2026-12-01T10:05:00')).toThrow(RangeError);
  });
});

describe('assessAttendance', () => {
  it('takes members who come and go', () => {
    const stays = [
      { memberId: 'm1', arrivedAt: 0, leftAt: 5 },
      { memberId: 'm1', arrivedAt: 5, leftAt: null },
      { memberId: 'm2', arrivedAt: 3, leftAt: 3 },
    ];
    expect(assessAttendance(stays, ['m1', 'm2'])).toEqual([]);
  });

  it('names all faults at once', () => {
    const stays = [
      { memberId: 'm1', arrivedAt: 0, leftAt: 6 },
      { memberId: 'm1', arrivedAt: 5, leftAt: 9 },
      { memberId: 'm2', arrivedAt: 3, leftAt: 2 },
      { memberId: 'm9', arrivedAt: 0, leftAt: null },
    ];
    expect(assessAttendance(stays, ['m1', 'm2'])).toEqual([
      { code: 'attendance.not_a_member', field: 'present', details: { memberId: 'm9' } },
      { code: 'attendance.left_before_arrival', field: 'present', details: { memberId: 'm2' } },
      { code: 'attendance.present_twice', field: 'present', details: { memberId: 'm1' } },
    ]);
  });
});
