import type { DeliveryOutcome } from '../delivery/courier.ts';
import type { StaffGroup } from '../desk/staff-group.ts';
import type { Texts } from '../messages/texts.ts';
import type { TelegramCourier } from './courier.ts';
import { renderReply } from './render/render.ts';

/** Telegram's words for a topic that somebody deleted, and for one that is closed. */
const goneTopic = /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/iu;
const closedTopic = /TOPIC_CLOSED/iu;
/** Words for a group that has no topics, or in which the bot is not an administrator that may make them. */
const noTopics = /not a forum|CHAT_NOT_FORUM|not enough rights|CHAT_ADMIN_REQUIRED/iu;

/** The sign a delivered message of the staff gets. */
const delivered = '👌';

/** The staff's group in Telegram. */
export function createStaffGroup(
  chat: string,
  courier: Pick<TelegramCourier, 'call'>,
  texts: Texts,
): StaffGroup {
  /** For calls whose failure changes nothing: a topic that is closed already, a reaction the group does not allow. */
  const ask = async (make: Parameters<TelegramCourier['call']>[0]): Promise<void> => {
    await courier.call(make);
  };
  return {
    chat,
    async post(topic, reply) {
      let last: DeliveryOutcome<number> | undefined;
      for (const { text, entities, keyboard } of renderReply(reply, texts)) {
        const outcome = await courier.call(async (api) => {
          const sent = await api.sendMessage(chat, text, {
            entities,
            link_preview_options: { is_disabled: true },
            ...(topic === null ? {} : { message_thread_id: topic }),
            ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
          });
          return sent.message_id;
        });
        if (outcome.type !== 'delivered') {
          if (outcome.type === 'failed' && goneTopic.test(outcome.words)) return { type: 'gone' };
          if (outcome.type === 'failed' && closedTopic.test(outcome.words)) return { type: 'closed' };
          return outcome;
        }
        last = outcome;
      }
      return last ?? { type: 'failed', reason: 'refused', words: 'nothing to say' };
    },
    async createTopic(name) {
      const outcome = await courier.call(
        async (api) => (await api.createForumTopic(chat, name)).message_thread_id,
      );
      return outcome.type === 'failed' && noTopics.test(outcome.words)
        ? { type: 'no_topics', words: outcome.words }
        : outcome;
    },
    openTopic: (topic) => ask((api) => api.reopenForumTopic(chat, topic)),
    closeTopic: (topic) => ask((api) => api.closeForumTopic(chat, topic)),
    deleteTopic: (place, topic) => ask((api) => api.deleteForumTopic(place, topic)),
    markDelivered: (place, message) =>
      ask((api) => api.setMessageReaction(place, message, [{ type: 'emoji', emoji: delivered }])),
  };
}
