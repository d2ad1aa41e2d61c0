import { join } from 'node:path';
import { readContent } from '../content-files.ts';
import { openContent } from '../content-folder.ts';
import { loadKnowledge } from '../load.ts';
import type { Fault, YamlFile } from '../read-yaml.ts';
import { loadRules } from '../rules/load-rules.ts';
import { RuleSubjectFile } from '../schema/rules.ts';
import { amountFaults } from './amounts.ts';
import type { CheckedContent, CheckResult, ReportItem } from './check.ts';
import { conflictFaults, possibleConflicts } from './conflicts.ts';
import { contactReport, freshnessReport } from './freshness.ts';
import { gapReport } from './gaps.ts';
import { localeFaults } from './locales.ts';
import { parityFaults } from './parity.ts';

/**
 * Checks everything below `content` and `locales`.
 *
 * @param root the repository
 * @param date the day to check for, in Almaty: decides what is stale, ending or coming
 */
export function checkContent(root: string, date: string): CheckResult {
  const loaded = loadKnowledge(root);
  const files = readContent(root);
  const rules = loadRules(join(root, 'content', 'rules'));
  const content: CheckedContent = { files, documents: rules.documents, subjects: rules.subjects, date };
  const { faq, comparisons, glossary, bodies, figures, calendar, services, sources, guides } = files;
  // Schema faults of these are reported by `loadRules`; here only the two languages are compared.
  const subjects = openContent(root).all('rules/subjects', RuleSubjectFile);
  const bilingual: YamlFile<unknown>[] = [
    ...subjects,
    ...faq,
    ...comparisons,
    ...guides,
    ...glossary,
    ...sources,
    ...bodies,
    ...[figures, calendar, services].filter((file) => file !== undefined),
  ];
  const faults: Fault[] = [
    ...(loaded.ok ? [] : loaded.faults),
    ...bilingual.flatMap(parityFaults),
    ...[...faq, ...comparisons, ...glossary].flatMap(amountFaults),
    ...conflictFaults(content),
    ...localeFaults(root),
  ];
  const warnings = (loaded.ok ? loaded.knowledge.warnings : []).map(
    ({ key, reason, file }): ReportItem => ({ kind: 'warning', id: key, reason, file }),
  );
  return {
    faults: [...faults].sort(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
    ),
    report: [
      ...freshnessReport(content),
      ...possibleConflicts(content),
      ...gapReport(content),
      ...contactReport(content),
      ...warnings,
    ],
  };
}
