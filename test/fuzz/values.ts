/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number;

export const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** Stands in everything that people "write" here: no log line may hold it. */
export const marker = 'купиясоз';

/** Texts that have broken programs. */
const texts: readonly string[] = [
  '',
  ' \t\n',
  '\0',
  'a\0b',
  '\ud83d',
  '\udc00 қандас',
  '\u202eқандас\u202c',
  '\u2066\u2067\u2068',
  `т${'\u0301'.repeat(500)}`,
  '\ufeff\u200b\u200d\u00ad',
  '👨‍👩‍👧‍👦🇰🇿',
  '\u{10ffff}\uffff\ufffe',
  'İıſK',
  'ﷺ'.repeat(50),
  "' or 1=1; drop table people; --",
  '#{7*7}{{7*7}}<%= 7 %>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '%s%n%x%d',
  '__proto__',
  'constructor',
  'null',
  '/start guide_kandas',
  `/start ${'x'.repeat(64)}`,
  '/delete_me',
  '/guide@bagdar_test_bot',
  '1:e:kandas.documents',
  '1:fg:1',
  '99999999999999999999',
  '31.02.2026',
  '900101350017',
  'қандас құжаттары',
  'тіркеу мерзімі қанша',
  'сколько дней на регистрацию',
  'قانداس',
  'qandas quzhattary',
  'a'.repeat(5000),
  'сөз '.repeat(1200),
];

const numbers: readonly number[] = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
  -1e308,
  5e-324,
  500_001,
];

export function hostileText(random: Random): string {
  const text = pick(random, texts);
  return random() < 0.5 ? text : `${text} ${marker}`;
}

/** Any JSON value: wrong types, huge numbers, deep nests. */
export function hostileValue(random: Random, depth = 0): unknown {
  const drawn = random();
  if (drawn < 0.35) return hostileText(random);
  if (drawn < 0.6) return pick(random, numbers);
  if (drawn < 0.75) return pick(random, [null, true, false]);
  if (depth > 3) return {};
  if (drawn < 0.85)
    return Array.from({ length: Math.floor(random() * 4) }, () => hostileValue(random, depth + 1));
  return Object.fromEntries(
    Array.from({ length: Math.floor(random() * 4) }, () => [
      pick(random, ['id', 'text', 'chat', 'from', 'type', '__proto__', 'length', 'toString', marker]),
      hostileValue(random, depth + 1),
    ]),
  );
}

/** A copy in which a few places hold something else or nothing. */
export function mutated(random: Random, value: unknown): unknown {
  const copy = structuredClone(value);
  for (let change = 0; change < 1 + Math.floor(random() * 3); change += 1) mutate(random, copy);
  return copy;
}

function mutate(random: Random, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  const key = pick(random, Object.keys(holder));
  if (key === undefined) return;
  if (typeof holder[key] === 'object' && holder[key] !== null && random() < 0.75) {
    mutate(random, holder[key]);
  } else if (random() < 0.2) {
    delete holder[key];
  } else {
    holder[key] = hostileValue(random);
  }
}

/** A body that is almost JSON: cut off, with a wrong byte, doubled, or nested beyond reason. */
export function broken(random: Random, json: string): string {
  const at = Math.floor(random() * json.length);
  switch (Math.floor(random() * 5)) {
    case 0:
      return json.slice(0, at);
    case 1:
      return json.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + json.slice(at + 1);
    case 2:
      return json + json;
    case 3:
      return '['.repeat(4000) + ']'.repeat(4000);
    default:
      return `{"update_id":1e999,"__proto__":{"update_id":7},${json.slice(1)}`;
  }
}
