import type { Answerer } from '../../src/answer/answerer.ts';
import type { Answer } from '../../src/answer/outcome.ts';
import { directionOf, type Locale, languageOf, scriptOf } from '../../src/language/locale.ts';
import type { Action, Block, Button, Reply } from '../../src/messages/reply.ts';

/** Enough content to talk about in a test: one rule text in two regions, in each interface language. */
const words: Readonly<
  Record<
    Locale,
    {
      title: string;
      answer: string;
      quote: string;
      source: string;
      other: string;
      none: string;
      menu: string;
    }
  >
> = {
  kk: {
    title: 'Тізбе қашан бекітіледі',
    answer: 'Алматы облысында тізбе 15 желтоқсанға дейін бекітіледі.',
    quote: 'Ресми мәтін',
    source: 'Дереккөз',
    other: 'Басқа өңірлер',
    none: 'Астанада мұндай норма жоқ.',
    menu: 'Тақырыптар',
  },
  'kk-Arab': {
    title: 'ٴتىزبە قاشان بەكىتىلەدى',
    answer: 'الماتى وبلىسىندا ٴتىزبە 15 جەلتوقسانعا دەيىن بەكىتىلەدى.',
    quote: 'رەسمي ٴماتىن',
    source: 'دەرەككوز',
    other: 'باسقا وڭىرلەر',
    none: 'استانادا مۇنداي نورما جوق.',
    menu: 'تاقىرىپتار',
  },
  'kk-Latn': {
    title: 'Tızbe qaşan bekıtıledı',
    answer: 'Almaty oblysynda tızbe 15 jeltoqsanğa deiın bekıtıledı.',
    quote: 'Resmi mätın',
    source: 'Derekköz',
    other: 'Basqa öñırler',
    none: 'Astanada mūndai norma joq.',
    menu: 'Taqyryptar',
  },
  ru: {
    title: 'Когда утверждают перечень',
    answer: 'В Алматинской области перечень утверждают до 15 декабря.',
    quote: 'Официальный текст',
    source: 'Источник',
    other: 'Другие регионы',
    none: 'В Астане такой нормы нет.',
    menu: 'Темы',
  },
};

const entry = 'rules.almaty_region.7';
const act = 'https://adilet.zan.kz/kaz/docs/V24M0000002';
const wording = '7. Елді мекендердің тізбесі ағымдағы жылғы 15 желтоқсанға дейін бекітіледі.';

/** An answerer that knows one question, asked with one of these words. */
const known = /тізбе|перечень|ٴتىزبە|tızbe/iu;

/** A core in small: answers in the script of the question, shows menus, and knows nothing else. */
export function smallAnswerer(): Answerer {
  return {
    version: 'small',
    ask({ text, locale }) {
      const reader = localeOf(text) ?? locale ?? 'kk';
      return known.test(text) ? answerIn(reader, text) : unknownIn(reader, text);
    },
    show(action, { locale }) {
      const reply = shown(action, locale);
      return reply === null ? null : { reply, context: {}, entry: null };
    },
  };
}

function localeOf(text: string): Locale | null {
  if (/\p{Script=Arabic}/u.test(text)) return 'kk-Arab';
  if (/[әіңғүұқөһ]/iu.test(text)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /[a-z]/iu.test(text) ? 'kk-Latn' : null;
}

function answerIn(locale: Locale, text: string): Answer {
  const w = words[locale];
  return result(locale, text, 'answer', entry, say(locale, fullBlocks(locale), [[region(w.other)]]));
}

function unknownIn(locale: Locale, text: string): Answer {
  const menu: Button = { label: words[locale].menu, action: { do: 'topics' } };
  const none = locale === 'ru' ? 'Не знаю.' : '—';
  return result(locale, text, 'no_answer', null, say(locale, [paragraph(none)], [[menu]]));
}

function fullBlocks(locale: Locale): Block[] {
  const w = words[locale];
  return [
    { type: 'heading', text: w.title },
    paragraph(w.answer),
    { type: 'quote', title: w.quote, text: wording, lang: 'kk', dir: 'ltr', official: true },
    {
      type: 'sources',
      title: w.source,
      items: [{ title: '№ 18-85', line: '№ 18-85, 7', url: act, date: '2024-03-29' }],
    },
  ];
}

function shown(action: Action, locale: Locale): Reply | null {
  const w = words[locale];
  if (action.do === 'topics') {
    return say(
      locale,
      [{ type: 'heading', text: w.menu }],
      [[{ label: w.title, action: { do: 'clause', id: entry } }]],
    );
  }
  if (action.do === 'region') return say(locale, [paragraph(w.none)]);
  if ((action.do === 'clause' || action.do === 'entry') && action.id === entry)
    return say(locale, fullBlocks(locale));
  return null;
}

function result(locale: Locale, text: string, kind: Answer['kind'], id: string | null, reply: Reply): Answer {
  return {
    text,
    language: languageOf(locale),
    script: scriptOf(locale),
    kind,
    reason: kind,
    entry: id,
    intents: [],
    confidence: id === null ? 0 : 1,
    title: words[locale].title,
    answer: words[locale].answer,
    sources: [],
    as_of: null,
    choices: [{ entry, intents: [], title: words[locale].title }],
    took_ms: 0,
    reply,
    context: {},
  };
}

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const region = (label: string): Button => ({
  label,
  action: { do: 'region', code: 'KZ-71', subject: 'list_deadline' },
});
const say = (locale: Locale, blocks: readonly Block[], buttons: Reply['buttons'] = []): Reply => ({
  locale,
  dir: directionOf(locale),
  blocks,
  buttons,
});
