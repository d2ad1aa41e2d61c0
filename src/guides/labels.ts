import { formatNumber } from '../knowledge/figures.ts';
import { type GuideStep, otherCountry, unknownValue } from '../knowledge/schema/guide.ts';
import { languageOf } from '../language/locale.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

/** An answer as the reader would say it. */
export function answerLabel(
  step: GuideStep,
  value: string,
  knowledge: Pick<GuideContent['knowledge'], 'regions' | 'countries'>,
  speaker: Speaker,
): string {
  if (value === unknownValue) return speaker.t('guide.dont_know');
  switch (step.kind) {
    case 'choice': {
      const choice = step.choices.find(({ id }) => id === value);
      return choice === undefined ? value : speaker.say(choice.label);
    }
    case 'region': {
      const region = knowledge.regions.get(value);
      return region === undefined ? value : speaker.say(region.name);
    }
    case 'country': {
      if (value === otherCountry) return speaker.t('guide.other_country');
      const country = knowledge.countries.get(value);
      return country === undefined ? value : speaker.say(country.name);
    }
    case 'date':
      return speaker.date(value);
    case 'number':
      return formatNumber(Number(value), languageOf(speaker.locale));
  }
}
