import { addDays } from '../almaty-time.ts';
import type { CheckedContent, ReportItem } from './check.ts';

/** What is missing or unconfirmed and only a person can find out. */
export function gapReport({ files, date }: CheckedContent): ReportItem[] {
  // Budget and calendar of the next year come in December: two months ahead their absence is news.
  const year = addDays(date, 60).slice(0, 4);
  const figures = files.figures?.value;
  const calendar = files.calendar?.value.years[year];
  return [
    ...Object.entries(figures?.figures ?? {})
      .filter(([, { confidence }]) => confidence === 'low')
      .map(([name, { label }]): ReportItem => ({ kind: 'unconfirmed_figure', id: name, reason: label.ru })),
    ...(figures !== undefined && figures.mrp[year] === undefined
      ? [
          {
            kind: 'missing_year',
            id: `mrp.${year}`,
            reason: `the index of ${year} is not in content/figures.yaml`,
          } as const,
        ]
      : []),
    ...(calendar?.basis === 'official'
      ? []
      : [
          {
            kind: 'missing_year',
            id: `calendar.${year}`,
            reason: `no published calendar of ${year}; ${calendar === undefined ? 'nothing is known' : 'days are computed from the rule'}`,
          } as const,
        ]),
    ...files.sources.flatMap((file) =>
      file.value.sources
        .filter((source) => source.date === undefined && source.adopted === undefined)
        .map(
          ({ id, title }): ReportItem => ({ kind: 'undated_source', id, reason: title.ru, file: file.file }),
        ),
    ),
    ...oneLanguage(files),
  ];
}

const kazakhLetter = /[әіңғүұқөһ]/iu;

/** Entries of which one language was never written: the same text in both, or Kazakh wordings without a Kazakh letter. */
function oneLanguage(files: CheckedContent['files']): ReportItem[] {
  return files.faq.flatMap((file) =>
    file.value.entries.flatMap((entry): ReportItem[] => {
      const same =
        entry.editions.some(({ answer }) => answer.kk === answer.ru) ||
        !entry.questions.kk.some((wording) => kazakhLetter.test(wording)) ||
        entry.questions.ru.every((wording) => kazakhLetter.test(wording));
      return same
        ? [
            {
              kind: 'one_language',
              id: entry.id,
              reason: 'one of the languages was never written',
              owner: entry.owner ?? file.value.owner,
              file: file.file,
            },
          ]
        : [];
    }),
  );
}
