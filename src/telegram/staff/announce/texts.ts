import { type Announcement, withoutRussian } from '../../../announcements/announcement.ts';
import { paragraph, reply } from '../../../messages/build.ts';
import type { FormInput, FormTalk } from '../form.ts';

/** Longest text of one language; what fits into one message is checked on the preview. */
const maxText = 4000;

/** What was given: a text, and the file it came with. */
export interface GivenText {
  readonly text: string;
  readonly media?: { readonly kind: 'photo' | 'document'; readonly file_id: string };
}

/** Asks for the Kazakh text; a photo or document with a caption gives both at once. */
export async function askKazakh(talk: FormTalk): Promise<GivenText> {
  return await askUntilShort(talk, 'announce.ask_kk', givenText);
}

/** Asks for the Russian text, or for what readers of Russian get without one. */
export async function askRussian(
  talk: FormTalk,
): Promise<Pick<Announcement, 'without_ru'> & { readonly ru?: string }> {
  await talk.change(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t('announce.ask_ru'))],
      withoutRussian.map((rule) => [talk.button(t(`announce.without_button.${rule}`), 'ru', rule)]),
    ),
  );
  for (;;) {
    const given = await talk.next((input) => {
      if (input.kind === 'text') return { text: input.text.trim() };
      const rule = input.kind === 'press' && input.args[0] === 'ru' ? input.args[1] : undefined;
      const known = withoutRussian.find((one) => one === rule);
      return known === undefined ? null : { rule: known };
    });
    if (given.rule !== undefined) return { without_ru: given.rule };
    if (given.text !== undefined && given.text.length <= maxText) return { ru: given.text };
    await sayTooLong(talk);
  }
}

/** Asks for a photo or document; `null` = without one. */
export async function askFile(talk: FormTalk): Promise<Announcement['media'] | null> {
  await talk.change(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t('announce.ask_file'))],
      [[talk.button(t('announce.without_file'), 'file', 'none')]],
    ),
  );
  const given = await talk.next((input) => {
    if (input.kind === 'photo' || input.kind === 'document')
      return { media: { kind: input.kind, file_id: input.file } };
    return input.kind === 'press' && input.args[0] === 'file' ? { media: null } : null;
  });
  return given.media;
}

async function askUntilShort(
  talk: FormTalk,
  key: string,
  take: (input: FormInput) => GivenText | null,
): Promise<GivenText> {
  await talk.change(({ locale, t }) => reply(locale, [paragraph(t(key))]));
  for (;;) {
    const given = await talk.next(take);
    if (given.text.length <= maxText) return given;
    await sayTooLong(talk);
  }
}

function givenText(input: FormInput): GivenText | null {
  if (input.kind === 'text') return { text: input.text.trim() };
  if (input.kind !== 'photo' && input.kind !== 'document') return null;
  const text = input.caption.trim();
  return text === '' ? null : { text, media: { kind: input.kind, file_id: input.file } };
}

async function sayTooLong(talk: FormTalk): Promise<void> {
  await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.too_long', { count: maxText }))]));
}
