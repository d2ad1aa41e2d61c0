import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { papersOf } from '../../src/checklists/papers.ts';
import { type Core, createCore } from '../../src/core.ts';
import type { FaqEntry } from '../../src/knowledge/schema/faq.ts';
import { locales } from '../../src/language/locale.ts';
import { encodeAction } from '../../src/messages/action.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';
import { labels, said, type Talker, talkers } from '../support/talk.ts';

const clock = manualClock('2026-11-21T09:00:00Z');
const entry = 'kandas.documents';
let core: Core;
let original: Core;
let store: Store;
let somebody: (options?: Parameters<ReturnType<typeof talkers>>[0]) => Talker;

beforeAll(async () => {
  original = createCore({ clock });
  core = original;
  store = await openStore('sqlite::memory:', { clock, logger: quiet });
  somebody = talkers({ core: () => core, store, clock });
});
afterAll(() => store.close());

const papers = () => {
  const found = papersOf(original.knowledge, entry, '2026-11-21');
  if (found === null) throw new Error(`${entry} names no papers`);
  return found;
};

/** The content with another list of papers in the entry. */
function withPapers(change: (texts: readonly string[]) => string[]): Core {
  const before = original.knowledge.entries.get(entry) as FaqEntry;
  const editions = before.editions.map((edition) =>
    edition.papers === undefined
      ? edition
      : { ...edition, papers: { kk: change(edition.papers.kk), ru: change(edition.papers.ru) } },
  );
  const entries = new Map(original.knowledge.entries).set(entry, {
    ...original.knowledge.entries.get(entry),
    ...before,
    editions,
  } as never);
  return { ...original, knowledge: { ...original.knowledge, entries } };
}

describe('a checklist', () => {
  it('is offered under the answer that names papers, and nowhere else', async () => {
    const person = somebody();
    const answer = await person.press({ do: 'entry', id: entry });
    expect(labels(answer)).toContain('☑ Составить список документов');
    const other = [...core.knowledge.entries.values()].find(
      ({ id }) => papersOf(core.knowledge, id, '2026-11-21') === null,
    );
    expect(labels(await person.press({ do: 'entry', id: other?.id ?? '' }))).not.toContain(
      '☑ Составить список документов',
    );
  });

  it('is offered where a guide ends with papers', async () => {
    const person = somebody();
    let turn = await person.press({ do: 'guide', id: 'kandas' });
    for (let steps = 0; steps < 8 && !labels(turn).includes('Другие темы'); steps += 1) {
      const first = labels(turn)[0] ?? '';
      turn = await person.presses(turn, first);
    }
    expect(labels(turn).filter((label) => label.startsWith('☑'))).not.toEqual([]);
  });

  it('has a box for each paper, and counts those ticked', async () => {
    const person = somebody();
    const turn = await person.press({ do: 'checklist', entry });
    const of = papers().items.length;
    expect(turn.replace).toBe(false);
    expect(said(turn)).toContain(`Готово 0 из ${of}.`);
    const ticked = await person.presses(turn, '2. ');
    expect(ticked.replace).toBe(true);
    expect(said(ticked)).toContain(`Готово 1 из ${of}.`);
    const boxes = ticked.replies[0]?.buttons.flat().map((one) => 'action' in one && one.pressed);
    expect(boxes?.slice(0, 3)).toEqual([false, true, false]);
    expect(said(await person.presses(ticked, '2. '))).toContain(`Готово 0 из ${of}.`);
  });

  it('says when everything is ready', async () => {
    const person = somebody();
    let turn = await person.press({ do: 'checklist', entry });
    const of = papers().items.length;
    for (let number = 1; number <= of; number += 1) turn = await person.presses(turn, `${number}. `);
    expect(said(turn)).toContain(`Готово всё: ${of} из ${of}.`);
  });

  it('is found again under /guide and goes on where it was', async () => {
    const person = somebody();
    expect(labels(await person.command('guide')).some((label) => label.includes('Мои списки'))).toBe(false);
    await person.presses(await person.press({ do: 'checklist', entry }), '1. ');
    const mine = await person.presses(await person.command('guide'), '☑ Мои списки документов (1)');
    const [label = ''] = labels(mine);
    expect(label).toContain('Готово 1 из');
    expect(said(await person.presses(mine, label))).toContain('Готово 1 из');
  });

  it('is deleted when done; its old boxes do not bring it back', async () => {
    const person = somebody();
    const turn = await person.press({ do: 'checklist', entry });
    const closed = await person.presses(turn, '✓ Готово, удалить список');
    expect(said(closed)).toBe('Список удалён.');
    expect(said(await person.presses(turn, '1. '))).toContain('уже удалён');
    expect(labels(await person.press({ do: 'checklists' }))).toEqual([]);
  });

  it('that was deleted by mistake can be made again', async () => {
    const person = somebody();
    const closed = await person.presses(await person.press({ do: 'checklist', entry }), '✓ Готово');
    expect(said(await person.presses(closed, '☑ Составить'))).toContain('Готово 0 из');
  });

  it('survives an edit: says so once and keeps the ticks of the papers that stayed', async () => {
    const person = somebody();
    const turn = await person.press({ do: 'checklist', entry });
    await person.presses(await person.presses(turn, '1. '), '2. ');
    core = withPapers((texts) => ['Новая бумага / жаңа құжат', ...texts.slice(1)]);
    try {
      const changed = await person.press({ do: 'checklist', entry });
      expect(said(changed)).toContain('перечень документов изменился');
      expect(said(changed)).toContain(`Готово 1 из ${papers().items.length}.`);
      expect(said(await person.press({ do: 'checklist', entry }))).not.toContain('изменился');
    } finally {
      core = original;
    }
  });

  it('whose entry is gone is told so', async () => {
    const person = somebody();
    await person.press({ do: 'checklist', entry });
    const entries = new Map(original.knowledge.entries);
    entries.delete(entry);
    core = { ...original, knowledge: { ...original.knowledge, entries } };
    try {
      expect(said(await person.press({ do: 'checklist', entry }))).toContain('сейчас нет');
      expect(said(await person.press({ do: 'checklists' }))).toContain('Открытых списков нет');
    } finally {
      core = original;
    }
  });

  it('is deleted with everything else about the person', async () => {
    const person = somebody();
    await person.press({ do: 'checklist', entry });
    await person.press({ do: 'forget', sure: true });
    expect(said(await person.press({ do: 'checklists' }))).toContain('Открытых списков нет');
  });

  it('on the web is boxes with the whole texts and a page to print', async () => {
    const person = somebody({ channel: 'web' });
    const turn = await person.press({ do: 'checklist', entry });
    const buttons = turn.replies[0]?.buttons.flat() ?? [];
    expect(buttons[0]?.label).toBe(papers().items[0]?.text.ru);
    expect(buttons).toContainEqual({ label: '🖨 Версия для печати', url: `/checklist/${entry}` });
  });
});

describe('papers of the content', () => {
  const all = () =>
    [...original.knowledge.entries.keys()].flatMap(
      (id) => papersOf(original.knowledge, id, '2026-11-21') ?? [],
    );

  it('have keys of their own within their entry', () => {
    for (const { items } of all()) expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });

  it('fit their codes into a button', () => {
    for (const {
      entry: { id },
      items,
    } of all())
      for (const { key } of items)
        expect(() => encodeAction({ do: 'checklist_tick', entry: id, item: key, done: true })).not.toThrow();
  });

  it('are shown in every script', async () => {
    for (const locale of locales) {
      const turn = await somebody({ locale }).press({ do: 'checklist', entry });
      expect(turn.replies[0]?.locale).toBe(locale);
      expect(turn.replies[0]?.buttons.length).toBeGreaterThan(papers().items.length);
    }
  });
});
