/**
 * The ways Kazakh and Russian are typed without their own letters, as rules from Cyrillic. For learning and for
 * measuring only: people are less consistent than any of these.
 */

/** Spellings a Cyrillic text can be retyped in. */
export const spellings = [
  'russian-i', // і → и, as most people on a Russian keyboard
  'russian-y', // і → ы
  'latin-2021',
  'latin-2018',
  'common-turkic',
  'ascii-a', // sh zh k g n
  'ascii-b', // j q gh ng
] as const;
export type Spelling = (typeof spellings)[number];

const russianLetters = 'ә а,ғ г,қ к,ң н,ө о,ұ у,ү у,һ х';
const latin = 'а a,б b,в v,г g,д d,е e,ж j,з z,к k,л l,м m,н n,о o,п p,р r,с s,т t,ф f,х h,һ h,э e';

const tables: Readonly<Record<Spelling, string>> = {
  'russian-i': `${russianLetters},і и`,
  'russian-y': `${russianLetters},і ы`,
  'latin-2021': `${latin},ә ä,ғ ğ,и i,й i,қ q,ң ñ,ө ö,у u,ұ ū,ү ü,ы y,і ı,ц ts,ч ch,ш ş,щ ş,ё io,ю iu,я ia,ь ,ъ `,
  'latin-2018': `${latin},ә á,ғ ǵ,и ı,й ı,қ q,ң ń,ө ó,у ý,ұ u,ү ú,ы y,і i,ц ts,ч ch,ш sh,щ sh,ё io,ю ıý,я ıa,ь ,ъ `,
  'common-turkic': `${latin},ә ä,ғ ğ,и ï,й y,қ q,ң ñ,ө ö,у w,ұ u,ү ü,х x,ы ı,і i,ц c,ч ç,ш ş,щ şç,ё yo,ю yu,я ya,ь ,ъ `,
  'ascii-a': `${latin},ә a,ғ g,ж zh,и i,й i,қ k,ң n,ө o,у u,ұ u,ү u,ы y,і i,ц ts,ч ch,ш sh,щ sh,ё yo,ю yu,я ya,ь ,ъ `,
  'ascii-b': `${latin},ә a,ғ gh,ж j,и i,й y,қ q,ң ng,ө o,у u,ұ u,ү u,х kh,ы y,і i,ц ts,ч ch,ш sh,щ sh,ё yo,ю yu,я ya,ь ,ъ `,
};

const russianTransliterations = [
  `${latin},ж zh,и i,й y,у u,ц ts,ч ch,ш sh,щ shch,ъ ,ы y,ь ,ё e,ю yu,я ya,х kh`,
  `${latin},ж zh,и i,й j,у u,ц c,ч ch,ш sh,щ sch,ъ ',ы y,ь ',ё yo,ю ju,я ja,х h`,
  `${latin},ж j,и i,й i,у u,ц ts,ч ch,ш sh,щ sh,ъ ,ы i,ь ,ё e,ю iu,я ia,х x`,
];

const maps = new Map(spellings.map((spelling) => [spelling, letterMap(tables[spelling])]));
const russianMaps = russianTransliterations.map(letterMap);

/** Retypes a Kazakh Cyrillic text; letters the spelling has no rule for stay. */
export function retype(text: string, spelling: Spelling): string {
  return replaceLetters(text, maps.get(spelling) ?? new Map());
}

/** Russian in Latin letters, in one of three habits (0 to 2). */
export function transliterateRussian(text: string, habit: number): string {
  return replaceLetters(text, russianMaps[habit % russianMaps.length] ?? new Map());
}

function letterMap(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(',').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
}

function replaceLetters(text: string, map: ReadonlyMap<string, string>): string {
  let result = '';
  for (const letter of text) {
    const lower = letter.toLowerCase();
    const typed = map.get(lower);
    if (typed === undefined) result += letter;
    else result += letter === lower ? typed : typed.charAt(0).toUpperCase() + typed.slice(1);
  }
  return result;
}
