import type { Answer } from '../../answer/outcome.ts';

/** One question of a question file. */
export interface EvalQuestion {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly script: string;
  readonly style: string;
  readonly topic: string;
  readonly intent: string;
  readonly weight: number;
}

export interface ScoredQuestion extends EvalQuestion {
  readonly answer: Answer;
  readonly right1: boolean;
  readonly right3: boolean;
  /** A wrong answer told as if it were right: the worst that can happen. */
  readonly confidentMiss: boolean;
}

const answering: readonly string[] = ['answer', 'partial', 'contact'];
const declining: readonly string[] = ['out_of_scope', 'refused', 'no_answer'];

/** Scores one answer as the product's contract says (right@1, right@3, confident miss). */
export function score(question: EvalQuestion, answer: Answer): ScoredQuestion {
  const { intent } = question;
  if (intent.startsWith('oos.')) {
    const right = declining.includes(answer.kind);
    return {
      ...question,
      answer,
      right1: right,
      right3: right,
      confidentMiss: answering.includes(answer.kind),
    };
  }
  if (intent.startsWith('small_talk.')) {
    const right = answer.kind === (intent === 'small_talk.human' ? 'handoff' : 'small_talk');
    return { ...question, answer, right1: right, right3: right, confidentMiss: answer.kind === 'answer' };
  }
  const right1 = answering.includes(answer.kind) && answer.intents.includes(intent);
  const right3 = answer.choices.slice(0, 3).some((choice) => choice.intents.includes(intent));
  return {
    ...question,
    answer,
    right1,
    right3,
    confidentMiss: answer.kind === 'answer' && !answer.intents.includes(intent),
  };
}

/** The report: totals, then by language, script, style and topic, then every miss. */
export function summarise(scored: readonly ScoredQuestion[], options: { misses: boolean }): string {
  const lines = [table('all', [['all', scored]])];
  for (const key of ['lang', 'script', 'style', 'topic'] as const) {
    const groups = Map.groupBy(scored, (question) => question[key]);
    lines.push(
      table(
        key,
        [...groups].sort(([a], [b]) => a.localeCompare(b)),
      ),
    );
  }
  const bad = scored.filter((question) => !question.right1);
  if (options.misses && bad.length > 0)
    lines.push(`Misses (${bad.length})\n${bad.map(missLine).join('\n')}\n`);
  return `${lines.join('\n')}\n`;
}

/** Shares of a group, in per cent with one decimal. */
export function shares(group: readonly ScoredQuestion[]): {
  right1: number;
  right3: number;
  confidentMiss: number;
  weighted1: number;
} {
  const total = group.reduce((sum, question) => sum + question.weight, 0);
  const part = (is: (question: ScoredQuestion) => boolean): number =>
    (100 * group.filter(is).length) / group.length;
  return {
    right1: part((question) => question.right1),
    right3: part((question) => question.right3),
    confidentMiss: part((question) => question.confidentMiss),
    weighted1:
      (100 * group.reduce((sum, question) => sum + (question.right1 ? question.weight : 0), 0)) /
      Math.max(total, 1e-9),
  };
}

function table(title: string, groups: readonly (readonly [string, readonly ScoredQuestion[]])[]): string {
  const rows = groups.map(([name, group]) => {
    const { right1, right3, confidentMiss } = shares(group);
    return `  ${name.padEnd(24)} ${String(group.length).padStart(5)}  ${percent(right1)}  ${percent(right3)}  ${percent(confidentMiss)}`;
  });
  return `${`by ${title}`.padEnd(26)} ${'n'.padStart(5)}  right@1  right@3  conf.miss\n${rows.join('\n')}\n`;
}

function percent(value: number): string {
  return `${value.toFixed(1)}%`.padStart(7);
}

function missLine({ id, text, intent, answer, right3, confidentMiss }: ScoredQuestion): string {
  const flag = confidentMiss ? '!!' : right3 ? '3 ' : '  ';
  const got = `${answer.kind} ${answer.entry ?? '-'} (${answer.confidence.toFixed(2)})`;
  return `  ${flag} ${id} ${intent} ← ${got}: ${text.slice(0, 100)}`;
}
