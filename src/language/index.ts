/** The public face of the language folder. */
export { type DetectedWord, type Detection, detect, detectBest } from './detect/index.ts';
export { foldKey, looseKey } from './keys/index.ts';
export * from './locale.ts';
export { lowerCase, normalise } from './normalise/index.ts';
export * from './scripts/index.ts';
export { stem, stemKazakh, stemRussian } from './stem/index.ts';
export { scriptOfWord, type Token, type TokenScript, tokenise, wordsOf } from './tokens.ts';
