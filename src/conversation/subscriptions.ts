import { today } from '../knowledge/almaty-time.ts';
import { heading, paragraph, reply } from '../messages/build.ts';
import type { Action, Button, Reply } from '../messages/reply.ts';
import { createSpeaker, type SpeakerParts } from '../messages/speaker.ts';
import { almatyDate, type Clock } from '../operations/clock.ts';
import type { SubscriptionState, Subscriptions } from '../store/ports/subscriptions.ts';
import type { ConversationModule, Visit } from './module.ts';
import { change, silence, tell } from './turns.ts';

/** A subject people can be told about. */
export interface SubscriptionTopic {
  readonly id: string;
  readonly title: { readonly kk: string; readonly ru: string };
}

export interface SubscriptionsParts {
  readonly subscriptions: Subscriptions;
  /** The product's topics, in the order they are shown. */
  readonly topics: () => readonly SubscriptionTopic[];
  readonly speaking: () => SpeakerParts;
  readonly clock: Clock;
}

type Change = Extract<Action, { do: 'subscription' }>;

/** Days a mute lasts. */
const muteDays = { mute_week: 7, mute_month: 30 } as const;

/** What the face passes on when somebody who had blocked the bot is back. */
export const returned = 'returned';

/** `/subscriptions`: which announcements a person wants: by topic, none at all, or none for a while. */
export function subscriptionsModule(parts: SubscriptionsParts): ConversationModule {
  const { subscriptions, clock } = parts;
  return {
    name: 'subscriptions',
    async command(visit, command, payload) {
      if (command !== 'subscriptions') return null;
      const state = await subscriptions.of(visit.person.id);
      if (payload !== returned) return tell(visit, screen(visit, state, parts));
      // Whoever had stopped announcements before is not asked about them again.
      if (state.stopped === 'forever') return silence(visit);
      await subscriptions.stop(visit.person.id, null);
      return tell(visit, question(visit));
    },
    async press(visit, action) {
      if (action.do !== 'subscription') return null;
      await apply(visit.person.id, action);
      return change(visit, screen(visit, await subscriptions.of(visit.person.id), parts));
    },
  };

  async function apply(person: string, { what, topic }: Change): Promise<void> {
    switch (what) {
      case 'on':
      case 'off':
        if (topic === undefined || !parts.topics().some(({ id }) => id === topic)) return;
        // A topic switched on while everything is off would change nothing the person can see.
        if (what === 'on') await subscriptions.resume(person);
        return await subscriptions.setTopic(person, topic, what === 'on');
      case 'none':
        return await subscriptions.stop(person, null);
      case 'mute_week':
      case 'mute_month': {
        const until = clock.now().getTime() + muteDays[what] * 86_400_000;
        return await subscriptions.stop(person, new Date(until));
      }
      case 'resume':
        return await subscriptions.resume(person);
      case 'all': {
        await subscriptions.resume(person);
        const { off } = await subscriptions.of(person);
        for (const id of off) await subscriptions.setTopic(person, id, true);
      }
    }
  }
}

function button(label: string, what: Change['what'], topic?: string): Button {
  return { label, action: { do: 'subscription', what, ...(topic === undefined ? {} : { topic }) } };
}

function screen(visit: Visit, state: SubscriptionState, parts: SubscriptionsParts): Reply {
  const { t, locale } = visit;
  const speaker = createSpeaker(parts.speaking(), locale, today(parts.clock));
  const silent = state.stopped !== null;
  const now =
    state.stopped === 'forever'
      ? t('subscriptions.none')
      : state.stopped === null
        ? t('subscriptions.on')
        : t('subscriptions.muted', { date: speaker.date(almatyDate(state.stopped)) });
  const topics = parts.topics().map(({ id, title }): Button[] => {
    const on = !state.off.includes(id);
    const label = t(on ? 'subscriptions.topic_on' : 'subscriptions.topic_off', { topic: speaker.say(title) });
    return [button(label, on ? 'off' : 'on', id)];
  });
  return reply(
    locale,
    [
      heading(t('subscriptions.title')),
      paragraph(now),
      paragraph(t(silent ? 'subscriptions.how_silent' : 'subscriptions.how')),
      ...(visit.person.channel === 'web' ? [paragraph(t('subscriptions.web'))] : []),
    ],
    silent
      ? [[button(t('subscriptions.resume'), 'resume')]]
      : [
          ...topics,
          ...(state.off.length === 0 ? [] : [[button(t('subscriptions.all'), 'all')]]),
          [button(t('subscriptions.week'), 'mute_week'), button(t('subscriptions.month'), 'mute_month')],
          [button(t('subscriptions.stop'), 'none')],
        ],
  );
}

/** Asked once of somebody who comes back: until they say yes, nothing is sent. */
function question({ t, locale }: Visit): Reply {
  return reply(
    locale,
    [paragraph(t('subscriptions.ask'))],
    [[button(t('subscriptions.ask_yes'), 'resume'), button(t('subscriptions.ask_no'), 'none')]],
  );
}
