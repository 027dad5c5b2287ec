import { Param, ParseIntPipe, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DecideQuestion } from '#features/budget/sessions/decide-question.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { KnownId } from '#platform/http/known-id.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { textsIn } from '../assembly-desk/typed-fields.js';
import { SECRETARIES } from './desk-access.js';
import { presentVotes, VOTE_FIELDS, votesIn } from './named-votes.js';
import { type SessionFormAct, SessionForms } from './session-forms.js';

/** A vote by name on a question that is no budget: a brought petition, a report, anything else. */
@PageController('session-desk/sessions/:id/questions/:number')
export class QuestionVoteController {
  constructor(
    private readonly forms: SessionForms,
    private readonly decideQuestion: DecideQuestion,
  ) {}

  @Show('', SECRETARIES)
  show(
    @Param('id', KnownId) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.forms.show(request, id, this.form(number));
  }

  @TakeWithFile('', SECRETARIES)
  take(
    @Param('id', KnownId) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.forms.take(request, id, this.form(number));
  }

  private form(question: number): SessionFormAct {
    return {
      name: 'question',
      path: `questions/${question}`,
      fields: [...VOTE_FIELDS, 'file'],
      model: ({ page, session, hall }, sent) => {
        const asked = session.agenda[question - 1];
        if (!asked) throw new DomainError('not-found', 'maslikhat-session.question_unknown');
        return {
          title: page.say.official(asked.title).text,
          votes: presentVotes({ session, hall }, sent, page.say),
        };
      },
      act: async ({ page, session, hall }, fields, annexes) => {
        await this.decideQuestion.run(page.person!, {
          sessionId: session.id,
          question,
          number: fields.text('number'),
          text: textsIn(fields, 'text'),
          votes: votesIn(fields, hall),
          annexes,
        });
        return `/session-desk/sessions/${session.id}#question-${question}`;
      },
    };
  }
}
