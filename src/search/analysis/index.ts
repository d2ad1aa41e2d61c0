export {
  type Analyser,
  type AnalyserOptions,
  createAnalyser,
  type QueryTerm,
  type QueryWord,
} from './analyser.ts';
export { marks, stemKey } from './keys.ts';
export { createPassageIndex, type Passage, type PassageHit, type PassageIndex } from './passages.ts';
export { AnalysisPolicy, readAnalysisPolicy } from './policy.ts';
export { isStopWord } from './stop-words.ts';
export { Vocabulary } from './vocabulary.ts';
