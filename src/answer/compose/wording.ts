import type { RuleDocument, RulePart } from '../../knowledge/schema/rules.ts';
import { directionOf, type Locale, languageOf, scriptOf } from '../../language/locale.ts';
import { note } from '../../messages/build.ts';
import type { Block } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import { clauseName } from './cite.ts';

/**
 * The wording of a clause, folded: the official text always in its own language and script, and for readers of
 * the other language our translation, marked unofficial. Oddities of the original follow as notes.
 */
export function clauseWording(document: RuleDocument, parts: readonly RulePart[], speaker: Speaker): Block[] {
  const official: Locale = document.official_language === 'ru' ? 'ru' : 'kk';
  const name = parts.map((part) => clauseName(part, speaker)).join(', ');
  const blocks: Block[] = [];
  if (languageOf(speaker.locale) !== official) {
    blocks.push(
      quote(
        `${speaker.t('answer.unofficial_translation')}: ${name}`,
        parts.map((part) => speaker.convert(part.translation ?? part.official)),
        speaker.locale,
        false,
      ),
    );
  } else if (scriptOf(speaker.locale) !== 'cyrl') {
    blocks.push(
      quote(
        name,
        parts.map((part) => speaker.convert(part.official)),
        speaker.locale,
        false,
      ),
    );
  }
  blocks.push(
    quote(
      `${speaker.t(`answer.official_wording_${official}`)}: ${name}`,
      parts.map((part) => part.official),
      official,
      true,
    ),
  );
  for (const part of parts) if (part.note !== undefined) blocks.push(note('info', speaker.say(part.note)));
  return blocks;
}

/** Says once that a translation or a converted script is not the official text. */
export function wordingNote(document: RuleDocument, speaker: Speaker): Block[] {
  const official = document.official_language === 'ru' ? 'ru' : 'kk';
  if (languageOf(speaker.locale) !== official)
    return [note('unofficial', speaker.t('answer.unofficial_note'))];
  return scriptOf(speaker.locale) === 'cyrl' ? [] : [note('converted', speaker.t('answer.converted_note'))];
}

function quote(title: string, texts: readonly string[], lang: Locale, official: boolean): Block {
  return { type: 'quote', title, text: texts.join('\n\n'), lang, dir: directionOf(lang), official };
}
