import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { CommonReads } from '#platform/load/common-reads.js';
import type { Shown } from '#platform/load/load-stage.js';
import { AlreadyRecorded } from '#platform/persistence/idempotency-claim.js';
import {
  earlier,
  publicReading,
  readPublicly,
} from '#platform/persistence/replica/public-reading.js';
import { problemOf } from '#platform/http/problem.js';
import { isInOffice } from '#platform/identity/session-terms.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { faultsOfRefusal, formFaults, type FormFaults } from '#platform/views/form.js';
import type { Lang } from '#platform/views/lang.js';
import type { PageFrame } from '#platform/views/page-frame.js';
import type { Views } from '#platform/views/views.js';
import type { Wording } from '#platform/views/wording.js';
import { seeOther, type PageAnswer, type SeeOther } from './page-answer.js';
import type { PageCache } from './page-cache.js';

export interface PageSetting {
  readonly cache: PageCache;
  readonly reads: CommonReads;
  readonly views: Views;
  readonly lang: Lang;
  readonly frame: PageFrame;
  readonly person: SignedIn | undefined;
  /** Hears of each refusal that brings a form back. */
  readonly onRefused: (error: unknown) => void;
}

/** One page being made for one request. */
export class Page {
  readonly lang: Lang;
  readonly person: SignedIn | undefined;
  readonly say: Wording;
  /** Since when what {@link common} gave may be old; null where it came from the primary. */
  private asOf: Date | null = null;

  constructor(private readonly setting: PageSetting) {
    this.lang = setting.lang;
    this.person = setting.person;
    this.say = setting.views.wording(setting.lang);
  }

  get frame(): PageFrame {
    return this.setting.frame;
  }

  /** `page.render('rounds/round', { title, … })`; forms find a fresh `onceKey` in the model. */
  render(template: string, model: Readonly<Record<string, unknown>>): string {
    const asOf = earlier(this.asOf, publicReading()?.asOf ?? null);
    const frame = asOf ? { ...this.setting.frame, asOf } : this.setting.frame;
    const whole = { onceKey: v7(), ...model, frame };
    return this.setting.views.render(template, whole, this.lang);
  }

  /**
   * A page that is the same for everybody who is not signed in: made once in two seconds however
   * many ask, from a replica where there is one. A signed-in person gets one of one's own, with
   * one's name on it.
   *
   * @param make renders the page; must use nothing of the person
   * @param shown what it is about: under load a list grows old before a count does
   */
  async shared(make: () => Promise<string>, shown: Shown = 'list'): Promise<PageAnswer> {
    if (this.person) return make();
    const address = `/${this.lang}${this.setting.frame.path}`;
    return this.setting.cache.get(address, () => readPublicly(make), shown);
  }

  /**
   * What everybody sees the same, a second old at most, and from a replica where there is one. Whoever
   * holds an office, and may have changed it a moment ago, has it read anew from the primary.
   *
   * @param what names the question and all that its answer depends on: `round ${id}`
   */
  async common<T>(what: string, read: () => Promise<T>): Promise<T> {
    if (this.person && isInOffice(this.person)) return read();
    const { value, asOf } = await this.setting.reads.get(what, read);
    this.asOf = earlier(this.asOf, asOf);
    return value;
  }

  /** An answer that leads to another page of the same language: `page.goTo('/my')`. */
  goTo(path: string): SeeOther {
    return seeOther(`/${this.lang}${path === '/' ? '' : path}`);
  }

  /**
   * Does an act asked for by a form. A refusal that a person can mend brings the form back with
   * every fault said at once, above it and beside the fields, and with what was typed.
   *
   * @param again renders the form with the faults
   * @param fields names of the form's fields as they stand on the page
   */
  async attempt(
    act: () => Promise<PageAnswer>,
    again: (faults: FormFaults) => string | Promise<string>,
    fields: readonly string[] = [],
  ): Promise<PageAnswer> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof AlreadyRecorded || !isMendable(error)) throw error;
      this.setting.onRefused(error);
      const faults = formFaults(faultsOfRefusal(error, this.say), this.say, fields);
      return { html: await again(faults), status: problemOf(error).status };
    }
  }
}

function isMendable(error: unknown): error is DomainError {
  return (
    error instanceof DomainError && ['rule-violated', 'conflict', 'stale'].includes(error.kind)
  );
}
