import { expect, test } from 'vitest';
import { createCore } from '../../src/core.ts';

const { guides } = createCore().knowledge;

/** «3 рабочих дня», «10 күн», «70 МРП», «302 750 теңге». Years of residence are conditions, not terms. */
const termOrSum = /\d\s*(жұмыс күн|күн|ай(?:ға|да)?\s|рабоч|дн[яе]|день|месяц|МРП|АЕК|те[нң]ге)/u;

test.each([...guides.values()].map((guide) => [guide.id, guide] as const))(
  'the guide %s names no term and no sum of its own: they stand in the duties and figures',
  (_id, guide) => {
    const texts = guide.outcomes.flatMap(({ title, uncertain, sections }) => [
      title,
      uncertain,
      ...sections.flatMap((section) => (section.kind === 'finding' ? [section.text] : [])),
    ]);
    const found = texts.flatMap(({ kk, ru }) => [kk, ru]).filter((text) => termOrSum.test(text));
    expect(found).toEqual([]);
  },
);
