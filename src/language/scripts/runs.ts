/**
 * Cuts a text into words to convert, runs that must stay as they are (addresses, numbers, act
 * numbers, Latin words, placeholders), and what lies between.
 */

export interface Run {
  readonly kind: 'word' | 'kept' | 'between';
  readonly text: string;
}

const space = '[ \\u00a0\\u202f]';
const latinRow = String.raw`\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*(?:['’+&-][\p{Script=Latin}\p{N}]+)*`;
const endOfAddress = String.raw`[^\s«»"<>]*[^\s«»"<>.,;:!?)]`;

/** Lengths are bounded (as the standards bound them), so that no text takes more than linear time. */
const patterns = [
  // Interface placeholders: `{{date}}`.
  String.raw`\{\{[^{}]*\}\}`,
  // Addresses of pages and mail, file names, Telegram names and commands.
  `(?:https?|tg|tel|mailto):${endOfAddress}`,
  String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}`,
  String.raw`(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]{1,80}\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rtf|txt|csv)(?![\p{L}\p{N}])`,
  String.raw`(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:/${endOfAddress})?`,
  String.raw`[@/#][A-Za-z]\w*`,
  // Phone numbers.
  String.raw`(?:\+7|(?<!\p{N})8)(?:${space}|-)?\(?\d{3,5}\)?(?:(?:${space}|-)?\d{2,3}){2,4}(?!\d)`,
  // Act numbers: after №, with a slash (149/19-VIII), with letters between hyphens (329-ө-м). Suffixes stay outside.
  String.raw`№${space}?\p{N}[\p{N}./]*(?:[-–](?:\p{N}[\p{N}./]*|[IVXLC]+(?!\p{L})|\p{L}(?![\p{L}\p{N}])))*`,
  String.raw`\p{N}+(?:[-/]\p{N}+)*/\p{N}+(?:-(?:[IVXLC]+|\p{N}+|\p{L}(?!\p{L})))*`,
  String.raw`\p{N}+(?:-\p{L}(?!\p{L})){2,}`,
  // Roman numerals typed with Cyrillic Х and І.
  String.raw`(?<![\p{L}\p{N}])[ХІVXIL]*[ХІVX][ХІVXIL]*(?![\p{L}\p{N}])`,
  // Numbers with their signs: 01.02.2024, 9:00–18:00, 10 000, 20 %.
  String.raw`[+−]?\p{N}+(?:[.,:/–-]\p{N}+|${space}\p{N}{3}(?!\p{N}))*(?:${space}?%|°)?`,
  // Latin words, one after another.
  `${latinRow}(?: ${latinRow})*`,
];

const cut = new RegExp(String.raw`(?<kept>${patterns.join('|')})|(?<word>[\p{Script=Cyrillic}\p{M}]+)`, 'gu');

/** All of a Cyrillic text as runs; joined again they give the text. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(cut)) {
    if (match.index > end) runs.push({ kind: 'between', text: text.slice(end, match.index) });
    const kept = match.groups?.kept;
    runs.push(kept === undefined ? { kind: 'word', text: match[0] } : { kind: 'kept', text: kept });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ kind: 'between', text: text.slice(end) });
  return runs;
}

/** A Roman numeral with Cyrillic letters in its own letters: ХІХ → XIX. Other runs come back as they are. */
export function romanNumeral(run: string): string {
  return /^[ХІVXIL]+$/u.test(run) ? run.replaceAll('Х', 'X').replaceAll('І', 'I') : run;
}
