const nonAsciiDigit = /[^\P{Nd}0-9]/gu;
const anyDigit = /^\p{Nd}$/u;
const known = new Map<string, string>();

/** Decimal digits of every script to ASCII: `٢٠٢٦`, `۲۰۲۶`, `２０２６` → `2026`. */
export function asciiDigits(text: string): string {
  return text.replace(nonAsciiDigit, digitValue);
}

/**
 * Unicode keeps decimal digits in unbroken runs of ten from zero to nine (in the mathematical block
 * five runs follow one another), so the distance to the run's start gives the value.
 */
function digitValue(digit: string): string {
  let value = known.get(digit);
  if (value === undefined) {
    const code = digit.codePointAt(0) ?? 0;
    let start = code;
    while (anyDigit.test(String.fromCodePoint(start - 1))) start -= 1;
    value = String((code - start) % 10);
    known.set(digit, value);
  }
  return value;
}
