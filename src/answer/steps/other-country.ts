import { looseKey } from '../../language/keys/index.ts';
import type { Word } from '../../search/words.ts';

/** The Kazakh locative and dative of a place («Ресейде», «Германияға»); «Ресейдегі» and «Ресейден» are about people. */
const there = /(?:da|de|ta|te|ga|ge|ka|ke)$/u;
const into = words('в во на');
/** What a state gives: «Корея визасы», «гражданство России», «патент в России». */
const papers = words('виза визу визы паспорт азаматтық азаматтығ гражданств внж рвп икамет ықамет патент');
/** Someone's life there («Түркияда тұрамын», «живу в Монголии») tells whose question it is. */
const living = words(
  'тұрамын тұрам тұрамыз тұрып тұратын тұрдым жүрмін жүрміз туған туыл оқып оқимын жұмыс живу живет живут живём прожив родил находимся нахожусь работа апа әпке әже ата аға әке шеше ана туыс іні қарындас сіңлі мама папа мать отец брат сестра родственник муж жена сын дочь бабушка дед иесі хозя собственник',
);
/** That Kazakhstan is meant after all. */
const here = words(
  'қазақстан казахстан кандас қандас оралман қазақ казах атажол елшілік консул посольств осында мұнда сюда здесь бізге бізде көшу көшіп көшкі көшсе келіп келгі келсе переезд перееха вернут вернул вернёмся уехал уезжа выехал қайту қайтып барып шақыр пригла приглош вызов',
);
/** Who asks about another country: «казахстанцу», «қазақстандыққа». They begin like `here` and say the contrary. */
const ours = words('қазақстандық казахстанец казахстанц');

/** What a foreign country is to a question: none is named; its rules are asked for; someone comes from or lives there. */
export type ForeignCountry = 'none' | 'asked' | 'beside';

/** A question's words and what of them is a place. */
export interface Abroad {
  readonly words: readonly Word[];
  /** Loose keys of words that name a foreign country. */
  readonly countries: ReadonlySet<string>;
  /** A region of Kazakhstan is named. */
  readonly home: boolean;
}

/**
 * Whether a question asks for another state's rules: its place or its paper («Ташкентте прописка», «Корея визасы»),
 * and nothing says Kazakhstan. The words are those of our own subjects, so likeness cannot tell.
 */
export function foreignCountry({ words: all, countries, home }: Abroad): ForeignCountry {
  if (countries.size === 0) return 'none';
  return !home && asked(all, countries) ? 'asked' : 'beside';
}

function asked(all: readonly Word[], countries: ReadonlySet<string>): boolean {
  const keys = all.map(({ loose }) => loose);
  if (keys.some((key) => begins(key, living) || (begins(key, here) && !begins(key, ours)))) return false;
  return keys.some((key, at) => {
    if (!countries.has(key)) return false;
    const [before = '', after = ''] = [keys[at - 1], keys[at + 1]];
    return there.test(key) || into.includes(before) || begins(before, papers) || begins(after, papers);
  });
}

/** That someone is in Kazakhstan already. */
const arrived = words('келдім келдік келген келіп көшіп көштім приехал прибыл прилетел перееха');

/**
 * Whether whoever names a foreign country has left it: «Қытайдан келдім» asks for an office here, and the embassy
 * there would only stand in the way.
 */
export function hasArrived(all: readonly Word[]): boolean {
  return all.some(({ loose }) => begins(loose, arrived));
}

function begins(key: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => key.startsWith(prefix));
}

function words(list: string): string[] {
  return list.split(' ').map((word) => looseKey(word));
}
