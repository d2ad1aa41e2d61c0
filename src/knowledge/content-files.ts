import { join } from 'node:path';
import type { z } from 'zod';
import { type ContentFolder, openContent, yamlNames } from './content-folder.ts';
import type { YamlFile } from './read-yaml.ts';
import { BodyFile, BodyServiceFile } from './schema/body.ts';
import { CalendarFile } from './schema/calendar.ts';
import { Comparison } from './schema/comparison.ts';
import { DutyFile } from './schema/duty.ts';
import { FaqFile } from './schema/faq.ts';
import { FiguresFile } from './schema/figures.ts';
import { FreshnessPolicy } from './schema/freshness.ts';
import { GlossaryFile } from './schema/glossary.ts';
import { Guide, GuideSuggestions } from './schema/guide.ts';
import { CountryFile, PointsFile, RegionFile } from './schema/place.ts';
import { RouteFile } from './schema/route.ts';
import { SourceFile } from './schema/source.ts';

/** The files of the content folder, each against its schema; faulty ones are left out and noted. */
export interface ContentFiles {
  readonly content: ContentFolder;
  readonly sources: YamlFile<z.infer<typeof SourceFile>>[];
  readonly faq: YamlFile<FaqFile>[];
  readonly comparisons: YamlFile<Comparison>[];
  readonly bodies: YamlFile<z.infer<typeof BodyFile>>[];
  readonly services: YamlFile<z.infer<typeof BodyServiceFile>> | undefined;
  readonly glossary: YamlFile<z.infer<typeof GlossaryFile>>[];
  readonly routes: YamlFile<z.infer<typeof RouteFile>>[];
  readonly figures: YamlFile<FiguresFile> | undefined;
  readonly calendar: YamlFile<CalendarFile> | undefined;
  readonly regions: YamlFile<z.infer<typeof RegionFile>> | undefined;
  readonly countries: YamlFile<z.infer<typeof CountryFile>> | undefined;
  readonly points: YamlFile<PointsFile> | undefined;
  readonly freshness: YamlFile<FreshnessPolicy> | undefined;
  readonly duties: YamlFile<DutyFile>[];
  readonly guides: YamlFile<Guide>[];
  /** Undefined while no guides are written. */
  readonly guideSuggestions: YamlFile<GuideSuggestions> | undefined;
}

/** Beside the guides: how they are offered. */
const suggestions = 'suggest.yaml';

/** Reads all files of the content folder below a root, the rule texts excepted (`rules/load-rules.ts`). */
export function readContent(root: string): ContentFiles {
  const content = openContent(root);
  return {
    content,
    sources: content.all('sources', SourceFile),
    faq: content.all('faq', FaqFile),
    comparisons: content.all('comparisons', Comparison),
    bodies: content.all('bodies', BodyFile, ['services.yaml']),
    services: content.file('bodies/services.yaml', BodyServiceFile),
    glossary: content.all('glossary', GlossaryFile),
    routes: content.all('routes', RouteFile),
    figures: content.file('figures.yaml', FiguresFile),
    calendar: content.file('calendar.yaml', CalendarFile),
    regions: content.file('regions.yaml', RegionFile),
    countries: content.file('countries.yaml', CountryFile),
    points: content.file('points.yaml', PointsFile),
    freshness: content.file('policy/freshness.yaml', FreshnessPolicy),
    duties: content.all('duties', DutyFile),
    guides: content.all('guides', Guide, [suggestions]),
    guideSuggestions: yamlNames(join(root, 'content', 'guides')).includes(suggestions)
      ? content.file(`guides/${suggestions}`, GuideSuggestions)
      : undefined,
  };
}
