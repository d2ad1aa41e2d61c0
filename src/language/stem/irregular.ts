import { readFileSync } from 'node:fs';
import { stemKey } from './key.ts';
import { toSounds } from './letters.ts';

const fileUrl = new URL('../../../content/language/stems-kk-irregular.txt', import.meta.url);

/**
 * Forms that no rule reaches (оған → ол, дейді → де), as form → key, both in sounds.
 * Lines read `dictionary form: form form …`; `#` starts a comment.
 */
export function readIrregulars(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const line of readFileSync(fileUrl, 'utf8').split('\n')) {
    const [lemma = '', rest = ''] = line.replace(/#.*/u, '').split(':');
    const word = toSounds(lemma.trim());
    if (word === '') continue;
    const key = stemKey(word, false);
    for (const form of [word, ...rest.split(/\s+/u)]) if (form !== '') forms.set(toSounds(form), key);
  }
  return forms;
}
