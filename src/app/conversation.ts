import type { Config } from '../config/config.ts';
import { aboutModule, welcome } from '../conversation/about.ts';
import { announcementsModule } from '../conversation/announcements.ts';
import { browseModule } from '../conversation/browse.ts';
import { checklistsModule } from '../conversation/checklists.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { createConversation } from '../conversation/create.ts';
import { feedbackModule } from '../conversation/feedback.ts';
import { forgetModule } from '../conversation/forget.ts';
import { guidesModule } from '../conversation/guides.ts';
import { hearBackModule } from '../conversation/hear-back.ts';
import { withKept } from '../conversation/kept-buttons.ts';
import { languageModule } from '../conversation/language.ts';
import { locatedModule } from '../conversation/located.ts';
import { myDataModule } from '../conversation/my-data.ts';
import { questionsModule } from '../conversation/questions.ts';
import { remindersModule } from '../conversation/reminders.ts';
import { subscriptionsModule } from '../conversation/subscriptions.ts';
import type { JoinedDesk } from '../desk/join.ts';
import { today } from '../knowledge/almaty-time.ts';
import type { LiveCore } from '../live-core.ts';
import { type Clock, systemClock } from '../operations/clock.ts';
import type { Store } from '../store/ports/store.ts';
import { type Policies, readPolicies } from './policies.ts';

export interface ConversationOptions {
  /** `null`: nobody answers for the bot. */
  readonly desk?: JoinedDesk | null;
  readonly policies?: Pick<Policies, 'limits' | 'reminders' | 'retention'>;
}

/** The conversation every face talks to; the order of modules is the order in which they are asked. */
export function joinConversation(
  config: Pick<Config, 'questionRetentionDays'>,
  content: Pick<LiveCore, 'current'>,
  store: Store,
  clock: Clock = systemClock,
  { desk = null, policies = readPolicies() }: ConversationOptions = {},
): Conversation {
  const { texts } = content.current();
  const answerer = () => content.current().answerer;
  const questions = questionsModule({ answerer, store, texts, hearBack: desk !== null });
  const kept = { core: () => content.current(), store, clock };
  const guides = withKept(guidesModule({ ...kept, questions }), kept);
  const browse = browseModule(answerer, store);
  return createConversation({
    store,
    texts,
    limit: policies.limits.person,
    modules: [
      // Before everything that takes free text: while a human has the case, the bot keeps silent.
      ...(desk?.module == null ? [] : [desk.module]),
      feedbackModule(store),
      hearBackModule(store),
      languageModule(store, texts, (visit) => welcome(visit, false)),
      subscriptionsModule({
        subscriptions: store.subscriptions,
        topics: () => [...content.current().knowledge.topics.values()],
        speaking: () => content.current().speaking,
        clock,
      }),
      myDataModule(store, clock),
      forgetModule(store, (personId) => desk?.desk.forget(personId) ?? Promise.resolve()),
      checklistsModule({ ...kept, keptDays: policies.retention.checklists }),
      remindersModule({ ...kept, policy: policies.reminders }),
      announcementsModule({
        store,
        open: async (visit, action) =>
          (await guides.press?.(visit, action)) ?? (await browse.press?.(visit, action)) ?? null,
      }),
      guides,
      locatedModule({
        answerer,
        speaking: () => content.current().speaking,
        regions: () => content.current().knowledge.regions,
        today: () => today(clock),
      }),
      browse,
      ...(desk === null ? [] : [desk.cancelModule]),
      aboutModule(config.questionRetentionDays, { desk: desk?.module != null }),
      questions,
    ],
  });
}
