import { notice } from '../../../conversation/turns.ts';
import { type StaffFeature, staffFeature } from '../feature.ts';
import { announceForm } from './form.ts';
import type { AnnounceParts } from './parts.ts';

/** `/announce`: writing an announcement, or going on with a draft. */
export function announceFeature(parts: AnnounceParts): StaffFeature {
  return staffFeature({
    command: 'announce',
    form: announceForm(parts),
    async handle(visit) {
      await visit.open();
      return { replies: [], replace: false, locale: visit.locale };
    },
    async press(visit, [what, id = '']) {
      if (what === 'preview') return notice(visit, visit.t('announce.only_preview'));
      if (what !== 'draft') return null;
      await visit.open(id);
      return { replies: [], replace: false, locale: visit.locale };
    },
  });
}
