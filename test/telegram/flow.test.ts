import { flowSuite } from './flow.ts';

flowSuite('a newcomer', [
  {
    locale: 'kk',
    languageCode: 'kk',
    question: 'Алматы облысында тізбе қашан бекітіледі?',
    answer: /15 желтоқсанға/u,
  },
  { locale: 'ru', languageCode: 'ru', question: 'Когда утверждают перечень?', answer: /до 15 декабря/u },
  {
    locale: 'kk-Arab',
    languageCode: 'zh-hans',
    question: 'ٴتىزبە قاشان بەكىتىلەدى؟',
    answer: /15 جەلتوقسانعا/u,
  },
]);
