import { useTranslation } from 'react-i18next';
import { builtInFeelings } from '#core/feeling';

type BuiltIn = (typeof builtInFeelings)[number];

/** Whether two spellings name one feeling. */
export const sameFeeling = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether a feeling is one of ours, whose word is in the catalogue. */
export const isBuiltInFeeling = (name: string): boolean => builtInFeelings.some((key) => sameFeeling(key, name));

/** What a feeling is called: ours in the catalogue's word, the person's own as they typed it. */
export const useFeelingWord = (): ((name: string) => string) => {
  const { t } = useTranslation();
  return (name) => (isBuiltInFeeling(name) ? t(`feelings.${name.toLowerCase() as BuiltIn}`) : name);
};
