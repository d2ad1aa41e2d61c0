import { randomUUID } from 'node:crypto';
import type { Turn } from '../conversation/conversation.ts';
import type { ConversationModule, Visit } from '../conversation/module.ts';
import { change, notice, silence, tell } from '../conversation/turns.ts';
import { note, paragraph, reply } from '../messages/build.ts';
import type { Action, Button, DeskStep } from '../messages/reply.ts';
import type { Desk, Turned } from './desk.ts';
import { expectedAnswer } from './hours.ts';
import type { DeskParts } from './parts.ts';
import { askAgain, endButton } from './person-words.ts';
import { waitingStore } from './waiting.ts';

/** A question shown back to the person is a reminder of it, not the whole of it. */
const mostShown = 120;

/**
 * "Ask a human" on every face: says what it means and when an answer comes, takes the message, and from then on passes
 * what the person writes to the staff and keeps silent, until either side ends it. Buttons and commands work all along.
 */
export function deskModule(desk: Desk, parts: DeskParts): ConversationModule {
  const { store, policy, clock } = parts;
  const waiting = waitingStore(store, clock, policy.waiting_minutes);

  return {
    name: 'desk',
    moves: true,

    async command(visit, command) {
      if (command === 'ask_human') return offer(visit);
      const ended = await waiting.end(visit.person);
      if (command !== 'cancel' || !ended) return null;
      return tell(visit, reply(visit.locale, [paragraph(visit.t('desk.cancelled'))]));
    },

    async press(visit, action) {
      if (action.do === 'human') return offer(visit);
      if (action.do === 'desk') return stepped(visit, action.step);
      // Who goes on reading has thought better of writing: their next words are a question again.
      if (!isRating(action)) await waiting.end(visit.person);
      return null;
    },

    async ask(visit, text) {
      if (await waiting.is(visit.person)) return submit(visit, text);
      const open = await store.desk.openCase(visit.person.id);
      if (open === null) return null;
      const said = await desk.say(visit.person, open, text, visit.input ?? randomUUID());
      if (said !== 'said') return turned(visit, said);
      // A sign where a face has room for one; in Telegram nothing: two people are talking.
      return { ...silence(visit), notice: visit.t('desk.passed') };
    },
  };

  async function offer(visit: Visit): Promise<Turn> {
    const { t, locale, person } = visit;
    if ((await store.desk.openCase(person.id)) !== null) return alreadyTalking(visit);
    const last = await store.questions.lastOf(person.id);
    const blocks = [
      paragraph(t('desk.intro')),
      paragraph(expected(visit)),
      note('info', t('desk.privacy')),
      ...(last === null ? [] : [paragraph(t('desk.last_question', { question: shortened(last.text) }))]),
    ];
    const way = (step: DeskStep, label: string): Button[] => [
      { label: t(label), action: { do: 'desk', step } },
    ];
    return tell(
      visit,
      reply(locale, blocks, [
        way('write', 'desk.write'),
        ...(last === null ? [] : [way('last', 'desk.send_last')]),
        way('no', 'desk.no'),
      ]),
    );
  }

  async function stepped(visit: Visit, step: DeskStep): Promise<Turn> {
    const { t, locale, person } = visit;
    switch (step) {
      case 'write':
        await waiting.begin(person);
        return tell(visit, reply(locale, [paragraph(t('desk.write_now'))]));
      case 'last': {
        const last = await store.questions.lastOf(person.id);
        return last === null ? notice(visit, t('error.old_button')) : submit(visit, last.text);
      }
      case 'no':
        await waiting.end(person);
        return change(visit, reply(locale, [paragraph(t('desk.cancelled'))]));
      case 'end': {
        const thread = await store.desk.threadOf(person.id);
        const ended = thread !== null && (await desk.close(thread, 'person'));
        if (!ended) return notice(visit, t('desk.ended_before'));
        return tell(visit, reply(locale, [paragraph(t('desk.closed_person'))], [[askAgain(visit)]]));
      }
    }
  }

  async function submit(visit: Visit, text: string): Promise<Turn> {
    const { t, locale, person } = visit;
    const opened = await desk.open(person, locale, text, visit.input);
    await waiting.end(person);
    if (typeof opened === 'string') return turned(visit, opened);
    const cut = text.length > policy.characters;
    return tell(
      visit,
      reply(
        locale,
        [
          paragraph(t('desk.opened')),
          paragraph(expected(visit)),
          ...(cut ? [note('warning', t('desk.cut', { count: policy.characters }))] : []),
          ...(parts.maskPersonal(text) === text ? [] : [note('warning', t('desk.masked'))]),
          note('info', t('desk.opened_rules')),
        ],
        [[endButton(visit)]],
      ),
    );
  }

  function expected(visit: Visit): string {
    return expectedAnswer(policy, parts.calendar(), clock.now(), parts.speaker(visit.locale));
  }

  function turned(visit: Visit, why: Turned): Turn {
    return tell(visit, reply(visit.locale, [paragraph(visit.t(`desk.${why}`))]));
  }
}

/**
 * `/cancel` in the middle of a talk with staff, when nothing else is to be stopped: offers to end the talk. It is not
 * ended at once, for the question may have waited for its answer since Friday.
 */
export function deskCancelModule(store: DeskParts['store']): ConversationModule {
  return {
    name: 'desk-cancel',
    async command(visit, command) {
      if (command !== 'cancel') return null;
      return (await store.desk.openCase(visit.person.id)) === null ? null : alreadyTalking(visit);
    },
  };
}

function alreadyTalking(visit: Visit): Turn {
  return tell(visit, reply(visit.locale, [paragraph(visit.t('desk.already'))], [[endButton(visit)]]));
}

function isRating(action: Action): boolean {
  return action.do === 'feedback' || action.do === 'feedback_reason' || action.do === 'hear_back';
}

function shortened(text: string): string {
  return text.length <= mostShown ? text : `${text.slice(0, mostShown).toWellFormed()}…`;
}
