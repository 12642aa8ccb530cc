import { formatList } from './format';
import { i18n } from './i18n';

const GROUPS = 8;

/**
 * Which groups of a recovery key look mistyped, in words, from the fields that a failed call names (`{ "2": "check" }` is
 * the third group); undefined when it names none.
 */
export const mistypedGroups = (fields: Readonly<Record<string, string>> | undefined): string | undefined => {
  const groups = Object.keys(fields ?? {}).map((index) => Number(index) + 1);
  const [first] = groups;
  if (first === undefined) return undefined;
  // One character too many or too few moves all that follow it.
  const allFromFirst = groups.length > 1 && groups.length === GROUPS + 1 - first;
  if (allFromFirst) return i18n.t('recoveryKey.mistypedFrom', { group: first });
  return i18n.t('recoveryKey.mistyped', { count: groups.length, groups: formatList(groups.map(String)) });
};
