import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerLabel } from '../../src/guides/labels.ts';
import type { Answers } from '../../src/knowledge/guides/conditions.ts';
import { pathsOf, walked } from '../../src/knowledge/guides/path.ts';
import { representatives } from '../../src/knowledge/guides/representatives.ts';
import type { Guide, GuideStep } from '../../src/knowledge/schema/guide.ts';
import { createSpeaker, type Speaker } from '../../src/messages/speaker.ts';
import { day, type Seen, startTwoFaces, type TwoFaces, type Walker } from './two-faces.ts';

const guides = [
  'right_body',
  'kandas',
  'ata_zholy',
  'registration',
  'resettlement',
  'under_review',
  'refused',
];
/** After so many ends another person goes on: a chat of ten thousand messages is nobody's. */
const endsPerPerson = 50;

/** Walks every way of every guide on both faces and compares all that is shown on the way. */
export function walkEveryPath(locale: 'kk' | 'ru'): void {
  let faces: TwoFaces;
  let speaker: Speaker;
  beforeAll(async () => {
    faces = await startTwoFaces();
    speaker = createSpeaker(faces.core.speaking, locale, day);
  }, 60_000);
  afterAll(() => faces.close());

  test.each(guides)(
    `every way through %s shows the same in Telegram and on the web (${locale})`,
    async (id) => {
      const guide = faces.core.knowledge.guides.get(id);
      if (guide === undefined) throw new Error(`there is no guide ${id}`);
      expect(await ends(guide)).toBe(pathsOf(guide).length);
    },
    1_200_000,
  );

  async function ends(guide: Guide): Promise<number> {
    let reached = 0;
    let since = endsPerPerson;
    let pair: Walker | undefined;

    /** A person who has given these answers, and now sees what comes after them. */
    async function somebodyAt(answers: Answers): Promise<Walker> {
      const fresh = together(faces.telegram(locale), faces.web(locale));
      await fresh.list();
      await fresh.press(speaker.say(guide.title));
      for (const step of walked(guide, answers).steps) await give(fresh, step, answers[step.id] ?? '');
      since = 0;
      return fresh;
    }

    /** From an end, the way back to a step that was answered on it: by the list of answers. */
    async function backTo(step: GuideStep): Promise<void> {
      await pair?.press(speaker.t('guide.change'));
      const asked = await pair?.press(`${speaker.say(step.name)}: `);
      expect(asked?.text).toContain(speaker.say(step.question));
    }

    async function give(who: Walker, step: GuideStep, value: string): Promise<Seen> {
      const label = answerLabel(step, value, faces.core.knowledge, speaker);
      const hasButton = step.kind === 'country' ? step.countries.includes(value) || value === 'other' : true;
      if (step.kind === 'date' && value !== 'unknown')
        return await who.type(value.split('-').reverse().join('.'));
      if (!hasButton || (step.kind === 'number' && Number(value) > step.min + 7))
        return await who.type(label);
      return await who.press(label);
    }

    async function below(answers: Answers): Promise<void> {
      const { next } = walked(guide, answers);
      if (next.type !== 'step') {
        reached += 1;
        since += 1;
        return;
      }
      const { step } = next;
      for (const [index, value] of representatives(guide, step).entries()) {
        if (since >= endsPerPerson) pair = await somebodyAt(answers);
        else if (index > 0) await backTo(step);
        if (pair === undefined) throw new Error('nobody walks');
        const with_ = { ...answers, [step.id]: value };
        const seen = await give(pair, step, value);
        const after = walked(guide, with_).next;
        const expected =
          after.type === 'outcome'
            ? [after.outcome.title, after.outcome.uncertain]
            : after.type === 'step'
              ? [after.step.question]
              : [];
        for (const text of expected) expect(seen.text).toContain(speaker.say(text));
        await below(with_);
      }
    }

    await below({});
    return reached;
  }
}

/** Both faces side by side; what they show is the same, or the walk ends here. */
function together(telegram: Walker, web: Walker): Walker {
  const both = async (act: (walker: Walker) => Promise<Seen>): Promise<Seen> => {
    const [inTelegram, onWeb] = await Promise.all([act(telegram), act(web)]);
    expect(inTelegram).toEqual(onWeb);
    return inTelegram;
  };
  return {
    list: () => both((walker) => walker.list()),
    press: (label) => both((walker) => walker.press(label)),
    type: (text) => both((walker) => walker.type(text)),
  };
}
