import type { CheckIn, CheckInDraft } from '#core/check-in';

/** What a person says in a check-in; all of it may be left open. */
export type Answers = Omit<CheckInDraft, 'id' | 'baseVersion' | 'at' | 'zone'>;

export const noAnswers: Answers = {
  mood: null,
  craving: null,
  energy: null,
  confidence: null,
  sleepMinutes: null,
  halt: [],
  feelings: [],
  note: '',
};

export const answersOf = (checkIn: CheckIn): Answers => ({
  mood: checkIn.mood,
  craving: checkIn.craving,
  energy: checkIn.energy,
  confidence: checkIn.confidence,
  sleepMinutes: checkIn.sleepMinutes,
  halt: checkIn.halt,
  feelings: checkIn.feelings,
  note: checkIn.note,
});
