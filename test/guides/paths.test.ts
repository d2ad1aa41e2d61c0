import { beforeAll, describe, expect, test } from 'vitest';
import { main as drawGuides } from '../../src/commands/draw-guides.ts';
import { guideContent } from '../../src/conversation/guide-content.ts';
import { type Core, createCore } from '../../src/core.ts';
import { answerStep, positionOf, startGuide } from '../../src/guides/engine.ts';
import { outcomeReply } from '../../src/guides/outcome-reply.ts';
import type { GuideContent } from '../../src/guides/parts.ts';
import { stepReply } from '../../src/guides/step-reply.ts';
import { isAnswer } from '../../src/guides/values.ts';
import { mostQuestions } from '../../src/knowledge/guides/check.ts';
import { holds } from '../../src/knowledge/guides/conditions.ts';
import { type GuidePath, pathsOf } from '../../src/knowledge/guides/path.ts';
import type { Guide } from '../../src/knowledge/schema/guide.ts';
import type { Locale } from '../../src/language/locale.ts';
import { encodeAction, maxActionBytes } from '../../src/messages/action.ts';
import { plainText } from '../../src/messages/plain.ts';
import type { Reply } from '../../src/messages/reply.ts';
import { createSpeaker, type Speaker } from '../../src/messages/speaker.ts';

const day = '2026-11-21';
const ids = ['right_body', 'kandas', 'ata_zholy', 'registration', 'resettlement', 'under_review', 'refused'];

let core: Core;
let content: GuideContent;
let speakers: Record<'kk' | 'ru' | 'kk-Arab', Speaker>;

beforeAll(() => {
  core = createCore({ clock: { now: () => new Date(`${day}T09:00:00Z`) } });
  content = guideContent(core.knowledge);
  const speaker = (locale: Locale) => createSpeaker(core.speaking, locale, day);
  speakers = { kk: speaker('kk'), ru: speaker('ru'), 'kk-Arab': speaker('kk-Arab') };
});

function guideOf(id: string): Guide {
  const guide = core.knowledge.guides.get(id);
  if (guide === undefined) throw new Error(`there is no guide ${id}`);
  return guide;
}

/** Walks a way as a person does, question by question; what each question shows is given back. */
function walk(guide: Guide, way: GuidePath, speaker: Speaker): { questions: Reply[]; outcome: Reply } {
  const questions: Reply[] = [];
  let state = startGuide(guide);
  for (;;) {
    const position = positionOf(guide, state);
    if (position.type === 'changed') throw new Error('the guide changed under way');
    if (position.type === 'outcome')
      return { questions, outcome: outcomeReply(guide, position, content, speaker, day, null) };
    questions.push(stepReply(guide, position, content, speaker, day));
    const value = way.answers[position.step.id] ?? '';
    const result = answerStep(guide, state, position.step.id, value, { places: core.knowledge, today: day });
    if (result.type !== 'accepted') throw new Error(`${position.step.id}=${value}: ${result.type}`);
    state = result.state;
  }
}

const shape = (reply: Reply) => reply.blocks.map((block) => block.type);

test('all seven guides are there and in the list', () => {
  expect([...core.knowledge.guides.keys()].sort()).toEqual([...ids].sort());
  expect(core.knowledge.guideSuggestions?.order).toEqual(ids);
});

/** Every way of a guide walked once in both languages: composing a thousand outcomes for each question is slow. */
const walked = new Map<
  string,
  { where: string; kk: ReturnType<typeof walk>; ru: ReturnType<typeof walk> }[]
>();
function waysOf(id: string) {
  const before = walked.get(id);
  if (before !== undefined) return before;
  const guide = guideOf(id);
  const ways = pathsOf(guide).map((way) => ({
    where: JSON.stringify(way.answers),
    kk: walk(guide, way, speakers.kk),
    ru: walk(guide, way, speakers.ru),
  }));
  walked.set(id, ways);
  return ways;
}

describe.each(ids)('every way through %s', (id) => {
  test('ends within six questions, in both languages, with the same said and somebody to turn to', () => {
    for (const { where, kk, ru } of waysOf(id)) {
      expect(kk.questions.length, where).toBeLessThanOrEqual(mostQuestions);
      expect(shape(kk.outcome), where).toEqual(shape(ru.outcome));
      expect(shape(kk.outcome), where).toContain('contact');
      expect(shape(kk.outcome), where).toContain('sources');
    }
  }, 90_000);

  test('says what is uncertain, shows no empty list and leaves no gap in a text', () => {
    for (const { where, kk, ru } of waysOf(id)) {
      for (const { outcome } of [kk, ru]) {
        const uncertain = outcome.blocks.some((block) => block.type === 'note' && block.tone === 'uncertain');
        const empty = outcome.blocks.some((block) => block.type === 'list' && block.items.length === 0);
        expect({ uncertain, empty }, where).toEqual({ uncertain: true, empty: false });
        expect(plainText(outcome), where).not.toMatch(/\{\{|undefined|null|NaN/u);
      }
    }
  }, 90_000);

  test('has buttons that fit and lead somewhere', () => {
    const guide = guideOf(id);
    for (const { where, ru } of waysOf(id)) {
      for (const button of [...ru.questions, ru.outcome].flatMap((reply) => reply.buttons.flat())) {
        if (!('action' in button)) continue;
        const { action } = button;
        expect(Buffer.byteLength(encodeAction(action))).toBeLessThanOrEqual(maxActionBytes);
        if (action.do !== 'guide_step') continue;
        const step = guide.steps.find((each) => each.id === action.step);
        expect(step !== undefined && isAnswer(step, action.choice, core.knowledge, day), where).toBe(true);
      }
    }
  }, 90_000);

  test('can be read in Arabic script', () => {
    const guide = guideOf(id);
    for (const outcome of guide.outcomes) {
      const way = pathsOf(guide).find(({ next }) => next.type === 'outcome' && next.outcome === outcome);
      if (way === undefined) throw new Error(`no way to ${outcome.id}`);
      const { outcome: shown } = walk(guide, way, speakers['kk-Arab']);
      expect(shown.dir).toBe('rtl');
      expect(plainText(shown)).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

test('findings are reasons with a source, and are called no decision', () => {
  const guide = guideOf('kandas');
  const way = pathsOf(guide).find(({ answers: { past, nation } }) => past === 'never' && nation === 'shown');
  if (way === undefined) throw new Error('no such way');
  const { outcome } = walk(guide, way, speakers.ru);
  const text = plainText(outcome);
  expect(text).toContain('✓ Вы раньше не были гражданином Казахстана. (статья 1)');
  expect(text).toContain(speakers.ru.t('guide.not_decision'));
});

test.each(['CN', 'MN', 'UZ', 'TM', 'RU', 'IR', 'AF', 'TR', 'other'])(
  'a kandas applicant from %s is told of papers and of both orders',
  (origin) => {
    const guide = guideOf('kandas');
    const outcome = guide.outcomes.find(({ id }) => id === 'precheck');
    const answers = { past: 'never', nation: 'shown', place: 'abroad', origin, family: 'alone' };
    const shown = outcome?.sections.filter(({ when }) => holds(when, answers, guide)) ?? [];
    const entries = shown.flatMap((section) => ('entry' in section ? [section.entry] : []));
    expect(entries).toContain('kandas.documents');
    expect(entries).toContain('kandas.test_2026');
    expect(entries).toContain('kandas.translation');
    // Convention countries' papers need no apostille.
    expect(entries.includes('kandas.apostille')).toBe(!['UZ', 'TM', 'RU'].includes(origin));
    expect(entries).toContain('kandas.documents_abroad');
  },
);

test('graphs in docs/guides are those of the content', () => {
  const lines: string[] = [];
  expect(
    drawGuides(['--check'], (line) => lines.push(line)),
    lines.join(''),
  ).toBe(0);
});
