import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';
import { locales } from '../../src/language/locale.ts';
import { encodeAction } from '../../src/messages/action.ts';
import type { Action, Reply } from '../../src/messages/reply.ts';

const clock = { now: () => new Date('2026-11-21T06:00:00Z') };
const { answerer, knowledge } = createCore({ clock });

function actionsOf(reply: Reply): Action[] {
  return reply.buttons.flat().flatMap((button) => ('action' in button ? [button.action] : []));
}

describe('browsing', () => {
  it.each([...locales])('reaches every topic, document, clause and entry by buttons in %s', (locale) => {
    const seen = new Set<string>();
    const queue: Action[] = [{ do: 'topics' }];
    while (queue.length > 0) {
      const action = queue.pop();
      if (action === undefined) break;
      const code = encodeAction(action);
      if (seen.has(code)) continue;
      seen.add(code);
      const shown = answerer.show(action, { locale });
      if (action.do === 'guide' || action.do === 'human' || action.do === 'checklist') continue;
      expect(shown, code).not.toBeNull();
      if (shown === null) continue;
      expect(shown.reply.locale).toBe(locale);
      for (const block of shown.reply.blocks) expect(block).toBeDefined();
      queue.push(...actionsOf(shown.reply));
    }
    for (const id of knowledge.entries.keys()) expect(seen).toContain(encodeAction({ do: 'entry', id }));
    for (const id of knowledge.documents.keys()) expect(seen).toContain(encodeAction({ do: 'document', id }));
    for (const id of knowledge.subjects.keys()) expect(seen).toContain(encodeAction({ do: 'subject', id }));
  });

  it('of an id that is gone shows nothing', () => {
    expect(answerer.show({ do: 'entry', id: 'no.such' }, { locale: 'ru' })).toBeNull();
    expect(answerer.show({ do: 'clause', id: 'rules.astana.99' }, { locale: 'ru' })).toBeNull();
    expect(answerer.show({ do: 'region', code: 'KZ-99' }, { locale: 'ru' })).toBeNull();
  });
});
