import type { ErrorCode } from '#core/errors';
import en from '#locales/en';
import { i18n } from './i18n';

/** Where an error may mean something more exact than it does in general. */
export type ErrorPlace = keyof typeof en.errorsAt;

const placed: Readonly<Record<ErrorPlace, object>> = en.errorsAt;

/** What happened, what is safe and what to do: in the words of the place where there are such, else in those for everywhere. */
export const errorWords = (code: ErrorCode, place?: ErrorPlace) => {
  const words = (part: 'happened' | 'safe' | 'next'): string =>
    place !== undefined && Object.hasOwn(placed[place], code)
      ? // Which codes a place has words for is known only now; the type stands for any one of them.
        i18n.t(`errorsAt.${place}.${code}.${part}` as `errors.${ErrorCode}.${typeof part}`)
      : i18n.t(`errors.${code}.${part}`);
  return { happened: words('happened'), safe: words('safe'), next: words('next') };
};
