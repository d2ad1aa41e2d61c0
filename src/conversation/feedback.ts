import { paragraph, reply } from '../messages/build.ts';
import { type Button, feedbackReasons } from '../messages/reply.ts';
import type { Store } from '../store/ports/store.ts';
import type { ConversationModule } from './module.ts';
import { notice, tell } from './turns.ts';

/** "Was this helpful": one tap, and a second one for the reason of a no. */
export function feedbackModule(store: Store): ConversationModule {
  return {
    name: 'feedback',
    async press(visit, action) {
      if (action.do === 'feedback') {
        const known = await store.questions.feedback(action.answer, visit.person.id, action.helpful);
        if (!known) return notice(visit, visit.t('error.old_button'));
        if (action.helpful) return notice(visit, visit.t('feedback.thanks'));
        const reasons = feedbackReasons.map((reason): Button[] => [
          {
            label: visit.t(`feedback.reason.${reason}`),
            action: { do: 'feedback_reason', answer: action.answer, reason },
          },
        ]);
        const human: Button[] = [{ label: visit.t('button.ask_human'), action: { do: 'human' } }];
        return tell(visit, reply(visit.locale, [paragraph(visit.t('feedback.why'))], [...reasons, human]));
      }
      if (action.do === 'feedback_reason') {
        const known = await store.questions.feedback(action.answer, visit.person.id, false, action.reason);
        return notice(visit, visit.t(known ? 'feedback.noted' : 'error.old_button'));
      }
      return null;
    },
  };
}
