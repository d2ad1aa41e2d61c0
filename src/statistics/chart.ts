import type { EChartsCoreOption } from 'echarts/core';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Speaker } from '../messages/speaker.ts';
import { almatyDate, almatyTime } from '../operations/clock.ts';
import type { Figures, Named } from './collect.ts';
import { guideFigures } from './guides.ts';
import type { StatisticsPolicy } from './policy.ts';
import { percentOf, periodTitle, topicName } from './words.ts';

/** Pixels: read on a phone, so few things and large letters. */
const width = 1280;
const height = 1160;
/** What a guide's panel adds, and each of its bars. */
const guideTop = 100;
const guideBar = 44;

const colours = {
  answered: '#00707f',
  other: '#e0a030',
  bar: '#3c8d99',
  text: '#1c2b2d',
  muted: '#5b6b6d',
  line: '#dfe6e7',
} as const;
const font = { fontFamily: 'Noto Sans', color: colours.text } as const;

/** A picture of the figures as an option of echarts. Counts that are too small are not drawn. */
export function chartOption(
  figures: Figures,
  knowledge: Pick<Knowledge, 'topics' | 'guides'>,
  policy: StatisticsPolicy,
  speaker: Speaker,
): EChartsCoreOption {
  const way = guideWay(figures, knowledge, policy, speaker);
  const { t } = speaker;
  const visible = <T extends string>(counts: readonly Named<T>[], most: number) =>
    counts.filter(({ count }) => count >= policy.small).slice(0, most);
  const hide = (count: number) => (count >= policy.small ? count : 0);
  const topics = visible(figures.topics, policy.topics);
  const kinds = visible(figures.kinds, 6);
  const locales = visible(figures.locales, 4);
  const shares = [
    ['answered', figures.answered],
    ['helpful', figures.helpful],
  ] as const;
  const said = shares.flatMap(([key, share]) => {
    const percent = percentOf(share, policy.small);
    return percent === null ? [] : [t(`stats.${key}`, { percent })];
  });

  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: font,
    title: [
      { text: periodTitle(figures, speaker), left: 40, top: 24, textStyle: { ...font, fontSize: 30 } },
      {
        text: [
          t('stats.questions', {
            number:
              figures.questions >= policy.small
                ? figures.questions
                : t('stats.fewer', { small: policy.small }),
          }),
          ...said,
        ].join('   ·   '),
        left: 40,
        top: 70,
        textStyle: { ...font, color: colours.muted, fontSize: 22, fontWeight: 'normal' },
      },
      panelTitle(t('stats.over_time'), 40, 126),
      panelTitle(t('stats.by_topic'), 40, 560),
      panelTitle(t('stats.by_kind'), 760, 560),
      panelTitle(t('stats.by_language'), 760, 890),
      ...(way === null ? [] : [panelTitle(way.title, 40, height)]),
    ],
    legend: {
      right: 40,
      top: 126,
      itemGap: 4,
      itemWidth: 22,
      itemHeight: 16,
      textStyle: { ...font, fontSize: 20 },
      data: [t('stats.legend_answered'), t('stats.legend_unanswered')],
    },
    grid: [
      { left: 90, right: 40, top: 180, height: 310 },
      panel(topics.length, 420, 612, 490, 240),
      panel(kinds.length, 1000, 612, 230, 180),
      panel(locales.length, 1000, 942, 160, 180),
      {
        left: 420,
        top: height + 50,
        width: 760,
        height: Math.max(1, way?.steps.length ?? 0) * guideBar,
        outerBoundsMode: 'none',
      },
    ],
    xAxis: [
      {
        gridIndex: 0,
        type: 'category',
        data: figures.span.pieces.map((moment) => pieceLabel(moment, figures)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...font, fontSize: 20, interval: labelEvery(figures) - 1 },
      },
      ...[1, 2, 3, 4].map((gridIndex) => ({ gridIndex, type: 'value', show: false })),
    ],
    yAxis: [
      {
        gridIndex: 0,
        type: 'value',
        minInterval: 1,
        axisLabel: { ...font, fontSize: 20 },
        splitLine: { lineStyle: { color: colours.line } },
      },
      names(
        1,
        topics.map(({ name }) => topicName(name, knowledge, speaker)),
      ),
      names(
        2,
        kinds.map(({ name }) => t(`stats.kind.${name}`)),
      ),
      names(
        3,
        locales.map(({ name }) => t(`stats.locale.${name}`)),
      ),
      names(
        4,
        (way?.steps ?? []).map(({ name }) => name),
      ),
    ],
    series: [
      {
        ...stacked(t('stats.legend_answered'), colours.answered),
        data: figures.timeline.map(({ answered }) => hide(answered)),
      },
      {
        ...stacked(t('stats.legend_unanswered'), colours.other),
        data: figures.timeline.map(({ other }) => hide(other)),
      },
      bars(1, topics),
      bars(2, kinds),
      bars(3, locales),
      bars(4, way?.steps ?? []),
    ],
  };
}

function panelTitle(text: string, left: number, top: number) {
  return { text, left, top, textStyle: { ...font, fontSize: 24 } };
}

/** A panel of horizontal bars; few bars stay as thin as many. */
function panel(bars: number, left: number, top: number, height: number, width: number) {
  // The library would make room for labels by its guess of their widths: the room is ours to give.
  return { left, top, width, height: Math.min(height, Math.max(1, bars) * 58), outerBoundsMode: 'none' };
}

function names(gridIndex: number, data: readonly string[]) {
  return {
    gridIndex,
    type: 'category',
    inverse: true,
    data: data.map(shortened),
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { ...font, fontSize: 20, interval: 0 },
  };
}

function bars(index: number, counts: readonly Named[]) {
  return {
    type: 'bar',
    xAxisIndex: index,
    yAxisIndex: index,
    barMaxWidth: 28,
    itemStyle: { color: colours.bar, borderRadius: [0, 4, 4, 0] },
    label: { show: true, position: 'right', ...font, fontSize: 20 },
    data: counts.map(({ count }) => count),
  };
}

function stacked(name: string, color: string) {
  return {
    type: 'bar',
    name,
    stack: 'questions',
    xAxisIndex: 0,
    yAxisIndex: 0,
    itemStyle: { color },
    barMaxWidth: 60,
  };
}

/** How many reached each question of the guide begun most, in the order they are asked, and its end. */
function guideWay(
  figures: Figures,
  knowledge: Pick<Knowledge, 'guides'>,
  policy: StatisticsPolicy,
  { t, say }: Speaker,
): { readonly title: string; readonly steps: readonly Named[] } | null {
  const [first] = guideFigures(figures.guides, knowledge.guides, policy);
  const guide = knowledge.guides.get(first?.guide ?? '');
  if (first === undefined || guide === undefined) return null;
  const reached = guide.steps.map(({ id, name }) => ({
    name: say(name),
    count: figures.guides
      .filter((one) => one.guide === guide.id && one.step === id && one.event === 'reached')
      .reduce((sum, { count }) => sum + count, 0),
  }));
  const steps = [...reached, { name: t('stats.way_end'), count: first.finished }].filter(
    ({ count }) => count >= policy.small,
  );
  return { title: t('stats.guide', { title: say(guide.title) }), steps };
}

/** Size of the picture in pixels: a guide's panel is there only when people went through one. */
export function chartSize(
  figures: Figures,
  knowledge: Pick<Knowledge, 'guides'>,
  policy: StatisticsPolicy,
): { readonly width: number; readonly height: number } {
  const [first] = guideFigures(figures.guides, knowledge.guides, policy);
  const steps = knowledge.guides.get(first?.guide ?? '')?.steps.length;
  return { width, height: steps === undefined ? height : height + guideTop + (steps + 1) * guideBar };
}

/** Letters of a name that fit beside its bar. */
const mostLetters = 32;

/** The library breaks lines by a guess of letters' widths that is wrong for Cyrillic; one short line needs no guess. */
function shortened(name: string): string {
  return name.length <= mostLetters ? name : `${name.slice(0, mostLetters - 1).trimEnd()}…`;
}

/** Hours as people say them, days as `28.11`. */
function pieceLabel(moment: Date, { period }: Figures): string {
  if (period === 'day') return almatyTime(moment);
  const [, month, day] = almatyDate(moment).split('-');
  return `${day}.${month}`;
}

function labelEvery({ period }: Figures): number {
  return { day: 3, week: 1, month: 3 }[period];
}
