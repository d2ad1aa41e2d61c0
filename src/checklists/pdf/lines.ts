import type { Direction } from '../../language/locale.ts';
import { runsOf } from './runs.ts';

/** A piece of a line that is drawn at once. */
export interface Piece {
  readonly text: string;
  readonly dir: Direction;
}

/** Pieces in reading order; whoever draws places them along the direction of the text. */
export type Line = readonly Piece[];

/** A word of one run; a run can end in the middle of a written word («eGov.kz-تە»). */
interface Word extends Piece {
  readonly run: number;
  /** Whether a space stands before it. */
  readonly apart: boolean;
}

/**
 * Breaks a text into lines no wider than `most`. A word wider than that stands in a line of its own and sticks out:
 * papers have no such words.
 *
 * @param widthOf width of a text in one direction, in the units of `most`
 */
export function breakLines(
  text: string,
  base: Direction,
  most: number,
  widthOf: (text: string, dir: Direction) => number,
): Line[] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let width = 0;
  for (const group of unbreakable(wordsOf(text, base))) {
    const own = group.reduce((sum, { text: word, dir }) => sum + widthOf(word, dir), 0);
    const space = line.length === 0 ? 0 : widthOf(' ', base);
    if (line.length > 0 && width + space + own > most) {
      lines.push(line);
      line = [];
      width = own;
    } else {
      width += space + own;
    }
    line.push(...group);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((words) => piecesOf(words));
}

function wordsOf(text: string, base: Direction): Word[] {
  let apart = false;
  return runsOf(text, base).flatMap(({ text: run, dir }, index) =>
    run.split(/(\s+)/u).flatMap((part): Word[] => {
      if (part === '') return [];
      if (/^\s/u.test(part)) {
        apart = true;
        return [];
      }
      const word = { text: part, dir, run: index, apart };
      apart = false;
      return [word];
    }),
  );
}

/** Words that no space parts stay in one line. */
function unbreakable(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (word.apart || last === undefined) groups.push([word]);
    else last.push(word);
  }
  return groups;
}

/** Words of one run are drawn together. The space between two runs belongs to the one that runs the text's way. */
function piecesOf(words: readonly Word[]): Line {
  const pieces: (Piece & { run: number })[] = [];
  for (const [index, { text, dir, run, apart }] of words.entries()) {
    const space = apart && index > 0 ? ' ' : '';
    const last = pieces.at(-1);
    if (last?.run === run) pieces[pieces.length - 1] = { ...last, text: last.text + space + text };
    else {
      if (space !== '') pieces.push({ text: space, dir, run: -1 - index });
      pieces.push({ text, dir, run });
    }
  }
  return pieces;
}
