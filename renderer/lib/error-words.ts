import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import en from '#locales/en';

/** Where an error may mean something more exact than it does in general. */
export type ErrorPlace = keyof typeof en.errorsAt;

const placed: Readonly<Record<ErrorPlace, object>> = en.errorsAt;

/** What happened, what is safe and what to do: in the words of the place where there are such, else in those for everywhere. */
export const useErrorWords = (code: ErrorCode, place?: ErrorPlace) => {
  const { t } = useTranslation();
  const words = (part: 'happened' | 'safe' | 'next'): string =>
    place !== undefined && Object.hasOwn(placed[place], code)
      ? // Which codes a place has words for is known only now; the type stands for any one of them.
        t(`errorsAt.${place}.${code}.${part}` as `errors.${ErrorCode}.${typeof part}`)
      : t(`errors.${code}.${part}`);
  return { happened: words('happened'), safe: words('safe'), next: words('next') };
};
