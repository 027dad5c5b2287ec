import { createTransport, type Transporter } from 'nodemailer';
import { type Letter, MailGateway } from './letter.js';
import { GatewayAway, MessageRefused, type NotSent } from './not-sent.js';
import { CONNECT_MS, LARGEST_ANSWER_BYTES, WHOLE_MS } from './outgoing-limits.js';

/** Sends letters to a mail server, one connection each: a slow letter holds up no other. */
export class SmtpGateway extends MailGateway {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: WHOLE_MS,
      maxResponseSize: LARGEST_ANSWER_BYTES,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(letter: Letter): Promise<void> {
    const signal = AbortSignal.timeout(WHOLE_MS);
    try {
      await this.transport.sendMail({ ...mailOf(letter, this.from), signal });
    } catch (error) {
      throw notSentOf(error as SmtpError);
    }
  }
}

/** The message as it leaves; a receiver knows a repeat by its Message-ID. */
export function mailOf({ id, to, subject, text, html }: Letter, from: string) {
  return {
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** What the server says of the receiver or the letter is about this one; everything else is about us. */
function notSentOf({ name, code = name, command = '', responseCode }: SmtpError): NotSent {
  const isAboutLetter =
    ['EENVELOPE', 'EMESSAGE'].includes(code) && !command.startsWith('MAIL FROM');
  const failure = responseCode === undefined ? code : `${code} ${responseCode}`;
  return isAboutLetter ? new MessageRefused(failure) : new GatewayAway(failure);
}
