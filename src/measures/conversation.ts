import type { Conversation, PersonRef, Turn } from '../conversation/conversation.ts';
import type { Metrics } from '../operations/metrics.ts';

/** Counts outcomes, ratings and what was over a limit, without knowing who asked. */
export function measured(conversation: Conversation, metrics: Metrics): Conversation {
  const counted = (turn: Turn, kind: string): Turn => {
    if (turn.limited !== undefined) metrics.limited.inc({ limit: kind, end: turn.limited });
    return turn;
  };
  const asked = ({ channel }: PersonRef, started: number, turn: Turn): void => {
    if (turn.question === undefined) return;
    const { language, script, kind } = turn.question;
    metrics.questions.inc({ channel, language, script, kind });
    metrics.answerSeconds.observe({ kind }, (performance.now() - started) / 1000);
  };
  return {
    ...conversation,
    async ask(person, text, hint) {
      const started = performance.now();
      const turn = counted(await conversation.ask(person, text, hint), 'person_ask');
      asked(person, started, turn);
      return turn;
    },
    async press(person, action, hint) {
      const turn = counted(await conversation.press(person, action, hint), 'person_press');
      if (action.do === 'feedback' && turn.limited === undefined) {
        metrics.feedback.inc({ channel: person.channel, helpful: action.helpful ? 'yes' : 'no' });
      }
      return turn;
    },
    command: async (person, command, payload, hint) =>
      counted(await conversation.command(person, command, payload, hint), 'person_command'),
    locate: async (person, place, hint) =>
      counted(await conversation.locate(person, place, hint), 'person_ask'),
    notText: async (person, hint) => counted(await conversation.notText(person, hint), 'person_ask'),
  };
}
