import { readTexts, root } from '../../src/core.ts';

/** The product's own interface texts, read once: the derived scripts take a moment. */
export const texts = readTexts(root);
