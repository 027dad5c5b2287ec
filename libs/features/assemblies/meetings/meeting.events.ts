import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const MEETING_CONVENED = 'meeting.convened';
export const MEETING_CANCELLED = 'meeting.cancelled';
export const MEETING_OVER = 'meeting.over';

type MeetingTopic = typeof MEETING_CONVENED | typeof MEETING_CANCELLED | typeof MEETING_OVER;

/** Something happened to a meeting; readers look up the rest. */
export function meetingEvent(topic: MeetingTopic, meeting: string): OutboxMessage {
  return { topic, payload: { meeting } };
}
