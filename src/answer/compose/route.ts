import type { Route } from '../../knowledge/schema/route.ts';
import { note, paragraph } from '../../messages/build.ts';
import type { Block, Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Draft } from '../draft.ts';

/** The reply of a route; its wordings take turns by the text asked, so that the same text gets the same reply. */
export function composeRoute(route: Route, turn: number, contact: readonly Block[], speaker: Speaker): Draft {
  const language = speaker.locale === 'ru' ? 'ru' : 'kk';
  const variants = route.replies[language];
  const at = turn % variants.length;
  const text = speaker.say({
    kk: route.replies.kk[at] ?? '',
    ru: route.replies.ru[at] ?? route.replies.ru[0] ?? '',
  });
  const topics: Button[] = [{ label: speaker.t('button.topics'), action: { do: 'topics' } }];
  const human: Button[] =
    route.kind === 'handoff' ? [{ label: speaker.t('button.ask_human'), action: { do: 'human' } }] : [];
  return {
    kind: route.kind,
    reason: route.id,
    entry: null,
    intents: route.intents,
    title: text.split(/[.!?:]/u)[0] ?? text,
    blocks: [route.crisis ? note('urgent', text) : paragraph(text), ...contact],
    // Someone in danger is not offered a list of topics.
    buttons: route.crisis ? [] : [[...human, ...topics]],
    sources: [],
    asOf: null,
  };
}

/** A small number from a text, the same every time: which of several wordings to use. */
export function turnOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
