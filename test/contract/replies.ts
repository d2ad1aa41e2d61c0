import { directionOf, type Locale } from '../../src/language/locale.ts';
import type { Action, Block, Button, Reply } from '../../src/messages/reply.ts';

const say = (
  locale: Locale,
  blocks: readonly Block[],
  buttons: readonly (readonly Button[])[] = [],
): Reply => ({ locale, dir: directionOf(locale), blocks, buttons });

const text = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

/** One of every action: each must come back from its button as it was. */
const everyAction: readonly Action[] = [
  { do: 'entry', id: 'kandas.documents' },
  { do: 'clause', id: 'rules.almaty_region.7' },
  { do: 'subject', id: 'list_deadline' },
  { do: 'document', id: 'mangystau' },
  { do: 'topics' },
  { do: 'topic', id: 'kandas' },
  { do: 'topic', id: 'kandas', page: 2 },
  { do: 'body', id: 'hotline' },
  { do: 'region', code: 'KZ-19' },
  { do: 'region', code: 'KZ-71', subject: 'list_deadline' },
  { do: 'guide', id: 'kandas' },
  { do: 'guide_step', guide: 'kandas', step: 'where', choice: 'abroad' },
  { do: 'clear_context' },
  { do: 'human' },
  { do: 'desk', step: 'end' },
  { do: 'hear_back', answer: '0123456789abcdef' },
  { do: 'forget', sure: true },
  { do: 'forget', sure: false },
  { do: 'language', locale: 'kk-Arab' },
  { do: 'feedback', answer: '0123456789abcdef', helpful: true },
  { do: 'feedback_reason', answer: '0123456789abcdef', reason: 'off_topic' },
  { do: 'checklists' },
  { do: 'checklist', entry: 'kandas.documents' },
  { do: 'checklist_tick', entry: 'kandas.documents', item: '0a1b2c', done: true },
  { do: 'checklist_file', entry: 'kandas.documents' },
  { do: 'checklist_close', entry: 'kandas.documents' },
  { do: 'reminders' },
  { do: 'remind', about: 'host.notice_person', day: '2026-12-01' },
  { do: 'remind_set', about: 'host.notice_person', day: '2026-12-01', when: 'both' },
  { do: 'remind_snooze', about: 'host.notice_person', day: '2026-12-01' },
  { do: 'remind_done', about: 'host.notice_person', day: '2026-12-01' },
  { do: 'remind_cancel', id: '0123456789abcdef' },
  { do: 'calendar', about: 'host.notice_person', day: '2026-12-01' },
  { do: 'time_zones' },
  { do: 'time_zone', zone: 'urumqi' },
];

const clause =
  '7. Елді мекендердің тізбесі ағымдағы жылғы 15 желтоқсанға дейін бекітіледі. Тізбе жергілікті атқарушы органның ресми интернет-ресурсында жарияланады.';

/** The replies every face must show: each kind of block and button, both directions, and more than one message's worth. */
export const faceReplies: readonly { readonly name: string; readonly reply: Reply }[] = [
  {
    name: 'an answer with its source',
    reply: say(
      'kk',
      [
        { type: 'heading', text: 'Елді мекендер тізбесі' },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Тізбе ' },
            { type: 'strong', text: '15 желтоқсанға дейін' },
            { type: 'text', text: ' бекітіледі. Толығырақ: ' },
            { type: 'link', text: 'adilet.zan.kz', url: 'https://adilet.zan.kz/kaz/docs/V24M0000001' },
          ],
        },
        { type: 'quote', title: 'Ресми мәтін', text: clause, lang: 'kk', dir: 'ltr', official: true },
        {
          type: 'sources',
          title: 'Дереккөз',
          items: [
            {
              title: 'Қоныс аудару ережесі',
              clause: '7-тармақ',
              url: 'https://adilet.zan.kz/kaz/docs/V24M0000002',
              date: '2024-03-29',
              line: 'Қоныс аудару ережесі, 7-тармақ, 2024 жылғы 29 наурыз',
            },
          ],
        },
      ],
      [
        [{ label: 'Тармақтың толық мәтіні', action: { do: 'clause', id: 'rules.almaty_region.7' } }],
        [
          { label: '👍 Пайдалы', action: { do: 'feedback', answer: 'a1', helpful: true } },
          { label: '👎 Пайдасыз', action: { do: 'feedback', answer: 'a1', helpful: false } },
        ],
      ],
    ),
  },
  {
    name: 'every note, both lists and two sources',
    reply: say('ru', [
      ...(['info', 'warning', 'uncertain', 'unofficial', 'converted', 'urgent'] as const).map(
        (tone): Block => ({ type: 'note', tone, text: `Примечание вида ${tone}.` }),
      ),
      { type: 'list', ordered: true, title: 'Что делать', items: ['Собрать бумаги.', 'Подать заявление.'] },
      { type: 'list', ordered: false, items: ['Паспорт', 'Фотография 3,5 × 4,5'] },
      {
        type: 'sources',
        title: 'Источники',
        items: [
          { title: 'Закон', url: 'https://adilet.zan.kz/rus/docs/Z1100000477', line: 'Закон, статья 20' },
          { title: 'Приказ', line: 'Приказ, 2019 год' },
        ],
      },
    ]),
  },
  {
    name: 'a comparison of regions',
    reply: say('ru', [
      {
        type: 'table',
        title: 'Срок утверждения',
        columns: ['Срок', 'Пункт'],
        rows: [
          { label: 'Алматинская область', cells: ['до 15 декабря', 'пункт 7'] },
          { label: 'Астана', cells: ['не установлен', 'нет'] },
        ],
      },
    ]),
  },
  {
    name: 'a body with contacts',
    reply: say(
      'kk',
      [
        {
          type: 'contact',
          name: 'Көші-қон қызметі басқармасы',
          lines: ['Мекенжайы: Алматы қ., Абай даңғылы, 1', 'Телефон: +7 727 000 00 00', 'Телефон: 1414'],
          phones: ['+7 727 000 00 00', '1414'],
          url: 'https://www.gov.kz/memleket/entities/mvd',
          map: 'https://2gis.kz/search/%D0%90%D0%B1%D0%B0%D0%B9%201',
        },
      ],
      [[{ label: 'Тақырыптар', action: { do: 'topics' } }]],
    ),
  },
  {
    name: 'a right-to-left answer with left-to-right parts',
    reply: say(
      'kk-Arab',
      [
        { type: 'heading', text: 'قانداس مارتەبەسى' },
        text('جاۋاپ: eGov.kz ارقىلى 30 كۇن ىشىندە بەرىلەدى.'),
        { type: 'list', ordered: true, title: 'قۇجاتتار', items: ['eGov.kz ٴوتىنىشى', 'پاسپورت'] },
        { type: 'quote', title: 'رەسمي ٴماتىن', text: clause, lang: 'kk', dir: 'ltr', official: true },
        { type: 'note', tone: 'converted', text: 'كيريلل جازۋىنان كوشىرىلدى.' },
        {
          type: 'sources',
          title: 'دەرەككوز',
          items: [{ title: 'زاڭ', line: 'زاڭ، 20-باپ', url: 'https://adilet.zan.kz/kaz/docs/Z1100000477' }],
        },
      ],
      [[{ label: 'باسقا وڭىرلەر', action: { do: 'region', code: 'KZ-75', subject: 'list_deadline' } }]],
    ),
  },
  {
    name: 'what looks like markup',
    reply: say('ru', [
      { type: 'heading', text: '<b>не жирный</b> *и* _не_ `код`' },
      text('<script>alert(1)</script> [ссылка](https://evil.example) &amp; \\_'),
    ]),
  },
  {
    name: 'astral characters and joined emoji',
    reply: say('kk', [
      { type: 'heading', text: '𐌰𐌱 👨‍👩‍👧‍👦 отбасы 🇰🇿' },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '🧑🏽‍🌾 𝒜 ' },
          { type: 'strong', text: '🏳️‍🌈' },
          { type: 'text', text: ' соңы' },
        ],
      },
    ]),
  },
  {
    name: 'more than one message can hold',
    reply: say(
      'kk',
      [
        { type: 'heading', text: 'Ұзын мәтін' },
        text('Бұл сөйлем бірнеше рет қайталанады. '.repeat(80).trim()),
        {
          type: 'quote',
          title: 'Ресми мәтін',
          text: Array.from({ length: 60 }, (_, index) => `${index + 1}. ${clause}`).join('\n'),
          lang: 'kk',
          dir: 'ltr',
          official: true,
        },
        text('Соңғы абзац.'),
      ],
      [[{ label: 'Тақырыптар', action: { do: 'topics' } }]],
    ),
  },
  {
    name: 'more marks than one message can hold',
    reply: say('ru', [
      {
        type: 'list',
        ordered: false,
        title: 'Начало',
        items: ['один'],
      },
      ...Array.from(
        { length: 130 },
        (_, index): Block => ({ type: 'paragraph', content: [{ type: 'strong', text: `Пункт ${index}` }] }),
      ),
    ]),
  },
  {
    name: 'every kind of button',
    reply: say(
      'ru',
      [text('Кнопки.')],
      [
        ...everyAction.map((action, index): Button[] => [{ label: `Действие ${index}`, action }]),
        [
          {
            label: 'Паспорт',
            action: { do: 'checklist_tick', entry: 'a.b', item: '0a1b2c', done: false },
            pressed: true,
          },
          {
            label: 'Фотография',
            action: { do: 'checklist_tick', entry: 'a.b', item: '0a1b2d', done: true },
            pressed: false,
          },
        ],
        [
          { label: 'Открыть', url: 'https://adilet.zan.kz/rus' },
          { label: 'Скопировать', copy: '1414' },
        ],
        [
          {
            label:
              'Очень длинный вопрос о том, какие документы нужны для получения статуса кандаса за рубежом',
            action: { do: 'entry', id: 'kandas.documents_abroad' },
          },
        ],
      ],
    ),
  },
];
