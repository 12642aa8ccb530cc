import type { CheckIn } from '#core/check-in';
import { formatMinutes } from '#lib/format';
import { i18n } from '#lib/i18n';
import type { Answers } from './check-in-answers';

type Said = Pick<CheckIn, 'craving' | 'halt' | 'sleepMinutes' | 'energy' | 'confidence'>;

const scale = (key: 'craving' | 'energy' | 'confidence', value: number | null): string[] =>
  value === null ? [] : [i18n.t(`today.said.${key}`, { value })];

const sleep = (minutes: number | null): string[] =>
  minutes === null ? [] : [i18n.t('today.said.sleep', { duration: formatMinutes(minutes) })];

/** What a check-in says besides mood, feelings and note, piece by piece: "Craving 3", "Slept 7 h 10 min". */
export const saidIn = (said: Said): string[] => [
  ...scale('craving', said.craving),
  ...(said.halt.length === 0
    ? []
    : [i18n.t('today.said.halt', { states: said.halt.map((state) => i18n.t(`halt.${state}`)).join(', ') })]),
  ...sleep(said.sleepMinutes),
  ...scale('energy', said.energy),
  ...scale('confidence', said.confidence),
];

/** What is answered in the folded part of the form. */
export const saidFolded = ({ sleepMinutes, energy, confidence, note }: Answers): string[] => [
  ...sleep(sleepMinutes),
  ...scale('energy', energy),
  ...scale('confidence', confidence),
  ...(note.trim() === '' ? [] : [i18n.t('today.said.note')]),
];
