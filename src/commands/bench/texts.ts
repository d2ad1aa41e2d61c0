import { createCore } from '../../core.ts';
import { toArabic, toLatin } from '../../language/scripts/index.ts';

/** Questions in the ways they are written: half Kazakh in Cyrillic, a fifth each in Latin and Russian, a tenth Arabic. */
export function questions(most: number): string[] {
  const { knowledge } = createCore();
  const entries = [...knowledge.entries.values()];
  return Array.from({ length: Math.min(most, entries.length) }, (_, at) => {
    const entry = entries[Math.floor((at * entries.length) / most)];
    const kk = entry?.questions?.kk[at % 3] ?? entry?.title.kk ?? '';
    const share = at % 10;
    if (share < 5) return kk;
    if (share < 7) return toLatin(kk);
    return share < 9 ? (entry?.questions?.ru[at % 3] ?? entry?.title.ru ?? '') : toArabic(kk);
  }).filter((text) => text !== '');
}
