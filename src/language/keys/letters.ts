/**
 * Every letter of the scripts Kazakh is written in, as a letter of one skeleton. `F` rows hold what only
 * the fold key keeps apart (қ/к, ғ/г, ң/н); the loose key gives them the plain letter.
 *
 * `i` stands for и й ы і, `u` for у ұ ү and в, `ş` for ч ш щ.
 * В is with у because loans are written both ways (вагон ۋاگون) and Turkish spelling has v for у.
 */
const cyrillic = `
а a|ә a|б b|в u|г g|ғ ğ|д d|е e|ё io|ж j|з z|и i|й i|к k|қ q|л l|м m|н n|ң ñ|о o|ө o|п p|р r|с s|т t
у u|ұ u|ү u|ф f|х h|һ h|ц s|ч ş|ш ş|щ ş|ъ |ы i|ь |і i|э e|ю iu|я ia|ї i|є e|ў u|ҳ h|ҡ q|ҙ z|җ j|ў u|ҥ ñ|ҕ ğ|ӯ u|ј j`;

const arabic = `
ا a|أ a|إ a|آ a|ى i|ە e|ه e|ة e|ې e|ب b|پ p|ت t|ث s|ج j|چ ş|ح h|خ h|ھ h|ہ h|د d|ذ z|ر r|ز z|ژ j|س s|ش ş|ص s|ض z
ط t|ظ z|ع ğ|غ ğ|ف f|ق q|ك k|ک k|ڪ k|گ g|ڭ ñ|ل l|م m|ن n|و o|ۆ u|ۇ u|ۈ u|ۋ u|ۅ o|ۉ u|ي i|ی i|ئ |ء |ٴ |ٵ a|ٶ o|ٷ u|ٸ i`;

/** Letters of the Latins in use; what a letter means in only one of them is decided in `latin.ts`. */
const latin = `
a a|ä a|á a|â a|à a|ā a|ə a|æ a|b b|v u|w u|g g|ğ ğ|ǵ ğ|ĝ ğ|ģ ğ|d d|e e|é e|è e|ê e|ë e|ė e|ē e|ě e|j j|ž j|z z|i i|ı i|ï i|ī i|í i|î i|ì i|ĭ i
y i|k k|q q|ķ q|l l|m m|n n|ñ ñ|ń ñ|ŋ ñ|ň ñ|ņ ñ|o o|ö o|ó o|ô o|ò o|ō o|ø o|ɵ o|p p|r r|s s|t t|u u|ú u|ü u|ū u|û u|ù u|ů u|ŭ u|f f|h h|x h|ḥ h|ẋ h
č ş|ç ş|ş ş|š ş|ŝ ş|ș ş|ŷ i|ß s`;

function table(rows: string): [string, string][] {
  return rows
    .trim()
    .split(/[|\n]/u)
    .map((pair): [string, string] => {
      const [letter = '', skeleton = ''] = pair.split(' ');
      return [letter.normalize('NFC'), skeleton];
    });
}

/** Letter (lower case, NFC) → its skeleton, one or two letters or nothing. */
export const skeletonOf: ReadonlyMap<string, string> = new Map([
  ...table(cyrillic),
  ...table(arabic),
  ...table(latin),
]);
