import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autonym, type Locale } from '../../src/language/locale.ts';
import { type RunOptions, runTelegram, type TelegramRun } from '../support/telegram-run.ts';
import { texts } from '../support/texts.ts';

/** A question of each language, and what its answer must hold. */
export interface FlowQuestion {
  readonly locale: Locale;
  readonly languageCode: string;
  readonly question: string;
  readonly answer: RegExp;
}

/** The way of a newcomer in one language, from `/start` to "helpful". */
export function flowSuite(name: string, questions: readonly FlowQuestion[], options: RunOptions = {}): void {
  describe(name, () => {
    let run: TelegramRun;
    beforeEach(async () => {
      run = await runTelegram(options);
    });
    afterEach(() => run.close());

    for (const { locale, languageCode, question, answer } of questions) {
      const t = texts.for(locale);

      it(`greets, and speaks ${locale} once it is chosen`, async () => {
        const user = run.api.user(11, languageCode);
        user.says('/start');
        const greeting = await user.next();
        expect(greeting.buttons.flat().map(({ text }) => text)).toContain(autonym(locale));
        const press = user.presses(autonym(locale));
        const changed = await user.next();
        expect(changed.how).toBe('edit');
        expect(changed.text).toContain(t('start.greeting'));
        expect(await user.answerTo(press)).toEqual({ text: '', alert: false });
      });

      it(`answers a question in ${locale} with a folded quote, its source and buttons`, async () => {
        const user = run.api.user(12, languageCode);
        user.says('/start');
        await user.next();
        user.presses(autonym(locale));
        await user.next();
        user.says(question);
        const reply = await user.next();
        expect(reply.text).toMatch(answer);
        expect(reply.entities.map(({ type }) => type)).toContain('expandable_blockquote');
        expect(reply.text).toContain(t('answer.sources'));
        expect(reply.message.params.link_preview_options).toEqual({ is_disabled: true });
        expect(reply.buttons.flat().map(({ text }) => text)).toContain(t('button.helpful_yes'));
      });

      it(`leads on to other regions and thanks for a rating in ${locale}`, async () => {
        const user = run.api.user(13, languageCode);
        user.says('/start');
        await user.next();
        user.presses(autonym(locale));
        await user.next();
        user.says(question);
        await user.next();
        user.presses(t('button.other_regions'));
        const regions = await user.next();
        expect(regions.how).toBe('message');
        const press = user.presses(t('button.helpful_yes'));
        expect((await user.answerTo(press)).text).toBe(t('feedback.thanks'));
      });
    }
  });
}
