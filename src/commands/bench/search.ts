import MiniSearch from 'minisearch';
import { loadAnswerSettings } from '../../answer/settings.ts';
import { createCore, root } from '../../core.ts';
import { toArabic, toLatin } from '../../language/scripts/index.ts';
import { createTextAnalysis } from '../../search/analyse-words.ts';
import { readAnalysisPolicy } from '../../search/analysis/policy.ts';
import type { Candidate } from '../../search/candidate.ts';
import { createSearch } from '../../search/search.ts';
import type { BenchPart } from './part.ts';
import { ms, quantile, ratio } from './table.ts';

/** Wordings of a made entry, by language; ours have 18 on average, FAQs elsewhere far fewer. */
const wordingsEach = 3;
const scripts = ['Cyrillic', 'Latin', 'Arabic'] as const;

/**
 * Search as it grows. Entries are made by crossing the content's own: the beginning of one wording with the end of
 * another, so that words stay as frequent as they are in our language and no two entries are alike. The baseline is
 * MiniSearch with default options over the same texts and questions: what is built in an afternoon.
 */
export const searchPart: BenchPart = {
  name: 'search',
  about: 'search at 500, 5,000 and 50,000 entries in three scripts, beside plain MiniSearch',
  async run({ quick, say }) {
    const settings = loadAnswerSettings(root);
    if (!settings.ok) throw new Error('faulty content: run npm run content:check');
    const material = materialOf();
    const rows: string[][] = [];
    for (const size of quick ? [500] : [500, 5000, 50_000]) {
      say(`search: ${size} entries`);
      const candidates = crossed(material, size);
      const asked = questionsTo(candidates, quick ? 20 : size > 5000 ? 60 : 300);
      let since = performance.now();
      const search = createSearch({
        candidates,
        analyseText: createTextAnalysis(),
        synonyms: [],
        fillers: settings.settings.fillers,
        asking: settings.settings.asking,
        concepts: settings.settings.concepts,
        policy: settings.settings.ranking,
        letters: readAnalysisPolicy(),
      });
      const built = performance.now() - since;
      since = performance.now();
      const plain = plainIndex(candidates);
      const plainBuilt = performance.now() - since;
      for (const script of scripts) {
        const texts = asked.map((text) => inScript(text, script));
        const ours = timesOf(texts, (text) => search.rank({ text }));
        const theirs = timesOf(texts, (text) => plain.search(text));
        const [p50, p99] = [quantile(ours, 0.5), quantile(ours, 0.99)];
        const [plain50, plain99] = [quantile(theirs, 0.5), quantile(theirs, 0.99)];
        rows.push([
          `${size.toLocaleString('en')} entries, ${script}`,
          ms(p50),
          ms(plain50),
          ratio(p50, plain50),
          ms(p99),
          ms(plain99),
          ratio(p99, plain99),
          script === scripts[0] ? ms(built) : '',
          script === scripts[0] ? ms(plainBuilt) : '',
        ]);
      }
    }
    return [
      {
        title: 'Search and its growth',
        head: ['', 'p50', 'plain', 'ratio', 'p99', 'plain', 'ratio', 'index built', 'plain'],
        rows,
        notes: [
          `Entries made from the content's own wordings, ${wordingsEach} in each language. Plain: MiniSearch 7, default options;`,
          'in Latin and Arabic it finds nothing, and finding nothing is quick.',
        ],
      },
    ];
  },
};

interface Material {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
  readonly bodies: readonly { readonly kk: string; readonly ru: string }[];
}

function materialOf(): Material {
  const { knowledge } = createCore();
  const entries = [...knowledge.entries.values()];
  return {
    kk: entries.flatMap(({ questions }) => questions.kk),
    ru: entries.flatMap(({ questions }) => questions.ru),
    bodies: entries.flatMap(({ editions }) => editions.map(({ answer }) => answer)),
  };
}

function crossed({ kk, ru, bodies }: Material, size: number): Candidate[] {
  const cross = (texts: readonly string[], at: number): string => {
    const first = (texts[at % texts.length] ?? '').split(' ');
    // Another step than the length's divisors: the pairs come round only after all have met.
    const second = (texts[(at * 7919 + Math.floor(at / texts.length)) % texts.length] ?? '').split(' ');
    return [
      ...first.slice(0, Math.ceil(first.length / 2)),
      ...second.slice(Math.floor(second.length / 2)),
    ].join(' ');
  };
  return Array.from({ length: size }, (_, at) => {
    const wordings = (texts: readonly string[]) =>
      Array.from({ length: wordingsEach }, (_unused, number) => cross(texts, at * wordingsEach + number));
    const body = bodies[at % bodies.length] ?? { kk: '', ru: '' };
    return {
      id: `made.${at}`,
      kind: 'faq',
      title: { kk: cross(kk, at * 31 + 7), ru: cross(ru, at * 31 + 7) },
      wordings: { kk: wordings(kk), ru: wordings(ru) },
      body,
      authority: 0.5,
    };
  });
}

/** A wording of every so many entries, without its last word: nobody types what an editor wrote. */
function questionsTo(candidates: readonly Candidate[], most: number): string[] {
  const step = Math.max(1, Math.floor(candidates.length / most));
  return candidates
    .filter((_, at) => at % step === 0)
    .slice(0, most)
    .map(({ wordings }) => (wordings.kk[1] ?? '').split(' ').slice(0, -1).join(' '));
}

function inScript(text: string, script: (typeof scripts)[number]): string {
  if (script === 'Cyrillic') return text;
  return script === 'Latin' ? toLatin(text) : toArabic(text);
}

function plainIndex(candidates: readonly Candidate[]): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'wordings', 'body'] });
  index.addAll(
    candidates.map(({ title, wordings, body }, id) => ({
      id,
      title: `${title.kk} ${title.ru}`,
      wordings: [...wordings.kk, ...wordings.ru].join(' '),
      body: `${body.kk} ${body.ru}`,
    })),
  );
  return index;
}

/** Each text is asked three times and the middle time counts: what the garbage collector took once is nobody's. */
function timesOf(texts: readonly string[], ask: (text: string) => unknown): number[] {
  return texts.map((text) => {
    const times = [0, 1, 2].map(() => {
      const since = performance.now();
      ask(text);
      return performance.now() - since;
    });
    return quantile(times, 0.5);
  });
}
