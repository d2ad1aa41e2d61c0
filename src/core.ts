import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createAnswerer, type Explainable } from './answer/create-answerer.ts';
import { type AnswerSettings, loadAnswerSettings } from './answer/settings.ts';
import { findPlacesFor } from './answer/steps/places.ts';
import type { Clock } from './knowledge/almaty-time.ts';
import { fillFigures } from './knowledge/figures.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { createPlaceFinder } from './knowledge/places/index.ts';
import { ContentError } from './knowledge/reload.ts';
import { convertForReading } from './language/scripts/index.ts';
import { typedDate } from './language/typed-date.ts';
import type { SpeakerParts } from './messages/speaker.ts';
import { createTexts, type Texts, type TextTree } from './messages/texts.ts';
import { containsPersonal, maskPersonal } from './privacy/mask.ts';

/** The repository's root: content and locales stand beside `src`. */
export const root = resolve(import.meta.dirname, '..');

/** The core joined: content, texts and the answerer over them. */
export interface Core {
  readonly knowledge: Knowledge;
  readonly settings: AnswerSettings;
  readonly texts: Texts;
  readonly speaking: SpeakerParts;
  readonly answerer: Explainable;
}

/**
 * Joins the core over the content below `root`.
 * @throws ContentError when any content file is faulty: half the content is never served.
 */
export function createCore(options: { readonly root?: string; readonly clock?: Clock } = {}): Core {
  const base = options.root ?? root;
  const clock = options.clock ?? { now: () => new Date() };
  const loaded = loadKnowledge(base);
  const settings = loadAnswerSettings(base);
  if (!loaded.ok || !settings.ok) {
    throw new ContentError([...(loaded.ok ? [] : loaded.faults), ...(settings.ok ? [] : settings.faults)]);
  }
  return joinCore(loaded.knowledge, settings.settings, readTexts(base), clock);
}

/** What content is put into words with; needs no index, so it is there at once. */
export function speakingFor(knowledge: Knowledge, texts: Texts): SpeakerParts {
  return {
    texts,
    convert: convertForReading,
    fill: (text, language, date) => fillFigures(text, language, { date, figures: knowledge.figures }),
  };
}

/** Joins the core over content already loaded: used again when content is reloaded. */
export function joinCore(knowledge: Knowledge, settings: AnswerSettings, texts: Texts, clock: Clock): Core {
  const speaking = speakingFor(knowledge, texts);
  const places = createPlaceFinder(knowledge);
  const answerer = createAnswerer({
    knowledge,
    settings,
    speaking,
    clock,
    findPlaces: findPlacesFor(knowledge, places),
    findDate: (text, today) => typedDate(text, today)?.date ?? null,
    hasPersonal: (text) => containsPersonal(text).length > 0,
    maskPersonal,
  });
  return { knowledge, settings, texts, speaking, answerer };
}

/** Interface texts from `locales/`, with the derived locales. */
export function readTexts(base: string): Texts {
  const read = (name: string): TextTree =>
    JSON.parse(readFileSync(join(base, 'locales', `${name}.json`), 'utf8'));
  return createTexts({ kk: read('kk'), ru: read('ru') }, convertForReading);
}
