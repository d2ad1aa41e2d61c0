import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';
import { locales } from '../../src/language/locale.ts';
import type { Action, Reply } from '../../src/messages/reply.ts';
import { renderReply } from '../../src/telegram/render/render.ts';
import { checkKeyboard, checkText } from '../support/bot-api/validate.ts';

const core = createCore();
const { knowledge, answerer, texts } = core;

/** Everything a button can show of the content. */
const actions: readonly Action[] = [
  { do: 'topics' },
  ...[...knowledge.entries.keys()].map((id): Action => ({ do: 'entry', id })),
  ...[...knowledge.subjects.keys()].map((id): Action => ({ do: 'subject', id })),
  ...[...knowledge.documents.values()].flatMap((document): Action[] => [
    { do: 'document', id: document.id },
    ...document.parts.flatMap((part): Action[] =>
      part.id === undefined ? [] : [{ do: 'clause', id: `rules.${document.id}.${part.id}` }],
    ),
  ]),
];

describe.each(locales)('in %s', (locale) => {
  it('all content makes messages that Telegram accepts', () => {
    const refused: string[] = [];
    for (const action of actions) {
      const shown = answerer.show(action, { locale });
      if (shown !== null) refused.push(...faultsOf(shown.reply, JSON.stringify(action)));
    }
    expect(refused).toEqual([]);
  });
});

function faultsOf(reply: Reply, what: string): string[] {
  try {
    for (const message of renderReply(reply, texts)) {
      checkText({ ...message });
      checkKeyboard({ reply_markup: message.keyboard });
    }
    return [];
  } catch (error) {
    return [`${what}: ${(error as Error).message}`];
  }
}
