import { MailServer } from './mail-server.js';
import type { Mood } from './mood.js';
import { SmsServer } from './sms-server.js';

/** Both servers outside, together. */
export class PostOffice {
  readonly mail = new MailServer();
  readonly sms = new SmsServer();

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await Promise.all([office.mail.open(), office.sms.open()]);
    return office;
  }

  set mood(mood: Mood) {
    this.mail.mood = mood;
    this.sms.mood = mood;
  }

  /** What a portal is told of them. */
  get env(): Record<string, string> {
    return { SMTP_URL: this.mail.url, MAIL_FROM: 'portal@qatysu.test', SMS_URL: this.sms.url };
  }

  async close(): Promise<void> {
    await Promise.all([this.mail.close(), this.sms.close()]);
  }
}
