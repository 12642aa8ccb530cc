import type { DraftContent, DraftForm } from '#core/draft';
import { i18n } from './i18n';

/** The page on which the form of a draft is. */
export const pageOfDraft: Readonly<Record<DraftForm, string>> = {
  'check-in': '/today',
  'check-in-change': '/today',
  run: '/today',
  'run-end': '/today',
  goal: '/goals',
  profile: '/settings',
  people: '/settings',
  'own-numbers': '/settings',
};

/** Which form a draft is of: "A check-in", "A goal". */
export const draftKind = ({ form }: DraftContent): string => i18n.t(`drafts.forms.${form}`);

const typedIn = (content: DraftContent): readonly (string | undefined)[] => {
  switch (content.form) {
    case 'check-in':
    case 'check-in-change':
      return [content.answers.note, ...content.answers.feelings];
    case 'goal':
      return [content.told.title, content.told.why];
    case 'run':
      return [content.note];
    case 'run-end':
      return [content.note, content.next?.draft.note];
    case 'profile':
    case 'people':
    case 'own-numbers':
      return Object.values(content.typed);
  }
};

/** The words by which the person knows it again; empty where only something was chosen. */
export const draftWords = (content: DraftContent): string =>
  typedIn(content)
    .filter((text) => text !== undefined && text.trim() !== '')
    .join(' · ');
