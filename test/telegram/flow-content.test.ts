import { createCore } from '../../src/core.ts';
import { flowSuite } from './flow.ts';

const core = createCore();

flowSuite(
  'a newcomer with the content as it is',
  [
    {
      locale: 'kk',
      languageCode: 'kk',
      question: 'Алматы облысында елді мекендер тізімі қашанға дейін бекітіледі?',
      answer: /15 желтоқсанға/u,
    },
    {
      locale: 'ru',
      languageCode: 'ru',
      question: 'До какого числа утверждается перечень населенных пунктов в Алматинской области?',
      answer: /15 декабря/u,
    },
    {
      locale: 'kk-Arab',
      languageCode: 'zh-hans',
      question: 'الماتى وبلىسىندا ەلدى مەكەندەر ءتىزىمى قاشانعا دەيىن بەكىتىلەدى؟',
      answer: /جەلتوقسان/u,
    },
    {
      locale: 'kk-Latn',
      languageCode: 'tr',
      question: 'Almaty oblysynda eldi mekender tizimi qashanga deiin bekitiledi?',
      answer: /jeltoqsan/u,
    },
  ],
  { answerer: () => core.answerer },
);
