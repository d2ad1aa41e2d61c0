import { findPersonal, type PersonalKind } from './find.ts';

/**
 * Replaces personal numbers and addresses by their kind in brackets: `ЖСН [iin], тел. [phone]`. Runs
 * before anything a person wrote is stored or logged. Masking twice changes nothing.
 *
 * Guarantee, held by a property test: no twelve digits in a row are left, in any script.
 */
export function maskPersonal(text: string): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of findPersonal(text)) {
    masked += `${text.slice(from, start)}[${kind}]`;
    from = end;
  }
  masked += text.slice(from);
  return masked.replace(/\p{Nd}{12,}/gu, '[number]');
}

/** Which kinds of personal data a text holds, each once, in order of appearance. */
export function containsPersonal(text: string): readonly PersonalKind[] {
  return [...new Set(findPersonal(text).map((span) => span.kind))];
}
