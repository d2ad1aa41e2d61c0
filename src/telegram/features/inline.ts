import { Composer, type Context } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Answerer } from '../../answer/answerer.ts';
import type { Answer } from '../../answer/outcome.ts';
import { plainText } from '../../messages/plain.ts';
import type { Reply } from '../../messages/reply.ts';
import { deepLink } from '../deep-link.ts';
import { describeFailure, failureOf } from '../failure.ts';
import type { FeatureParts } from '../parts.ts';
import { shortLabel } from '../render/label.ts';
import { renderReply } from '../render/render.ts';

/** Seconds Telegram may reuse an answer for the same words. Short: content is corrected during the day. */
const cacheSeconds = 300;
const minQuery = 3;
const mostResults = 5;
const answered: ReadonlySet<string> = new Set(['answer', 'partial', 'contact', 'clarify', 'no_answer']);

/**
 * `@bot сұрақ` in any chat: answers as articles, each the whole answer with its source and a link to the bot. Nothing
 * depends on who asks (the language is that of the words), so that Telegram may cache for everybody.
 */
export function inlineFeature(parts: FeatureParts): Composer<Context> {
  const feature = new Composer<Context>();
  feature.on('inline_query', async (ctx) => {
    const query = ctx.inlineQuery.query.trim();
    const answerer = parts.answerer?.();
    const results = answerer === undefined || query.length < minQuery ? [] : articles(query, answerer, parts);
    const t = parts.texts.for(results[0]?.locale ?? 'kk');
    try {
      await ctx.answerInlineQuery(
        results.map(({ article }) => article),
        {
          cache_time: cacheSeconds,
          is_personal: false,
          button: { text: shortLabel(t('help.title')), start_parameter: 'inline' },
        },
      );
    } catch (error) {
      // Typing goes on while an answer is made: Telegram drops all but the last query.
      if (failureOf(error) !== 'refused') throw error;
      parts.logger.debug({ reason: describeFailure(error) }, 'an inline query was answered too late');
    }
  });
  return feature;
}

interface Found {
  readonly locale: Reply['locale'];
  readonly article: InlineQueryResultArticle;
}

function articles(query: string, answerer: Answerer, parts: FeatureParts): Found[] {
  const answer = answerer.ask({ text: query });
  if (!answered.has(answer.kind)) return [];
  const { locale } = answer.reply;
  const first = answer.entry === null ? null : { id: answer.entry, title: answer.title, reply: answer.reply };
  const others = otherChoices(answer).flatMap((choice) => {
    const reply = answerer.show({ do: 'entry', id: choice.entry }, { locale })?.reply;
    return reply === undefined ? [] : [{ id: choice.entry, title: choice.title, reply }];
  });
  return [...(first === null ? [] : [first]), ...others].slice(0, mostResults).flatMap((found) => {
    const article = articleOf(found, parts);
    return article === null ? [] : [{ locale, article }];
  });
}

function otherChoices(answer: Answer): Answer['choices'] {
  return answer.choices.filter((choice) => choice.entry !== answer.entry);
}

function articleOf(
  found: { readonly id: string; readonly title: string; readonly reply: Reply },
  parts: FeatureParts,
): InlineQueryResultArticle | null {
  const { id, title, reply } = found;
  const [message] = renderReply({ ...reply, buttons: [] }, parts.texts);
  if (message === undefined) return null;
  const open = {
    text: shortLabel(parts.texts.for(reply.locale)('web.share')),
    url: deepLink(parts.username, id),
  };
  return {
    type: 'article',
    // At most 64 bytes; entries' ids are shorter, clauses' are cut at their end, which tells them apart.
    id: Buffer.byteLength(id) <= 64 ? id : id.slice(-64),
    title: shortLabel(title, 80),
    description: shortLabel(plainText(reply), 160),
    input_message_content: {
      message_text: message.text,
      entities: message.entities,
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [[open]] },
  };
}
