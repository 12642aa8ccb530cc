import type { Tone } from './passage';
import type { Random } from './random';

const byTone: Readonly<Record<Tone, readonly string[]>> = {
  low: ['tired', 'ashamed', 'lonely', 'anxious', 'numb', 'sad', 'angry', 'restless', 'guilty'],
  mid: ['tired', 'calm', 'bored', 'restless', 'content', 'anxious', 'hopeful'],
  high: ['calm', 'hopeful', 'proud', 'grateful', 'content', 'connected', 'steady'],
};

/** The tone of a mood. */
export const toneOf = (mood: number): Tone => {
  if (mood < 2.5) return 'low';
  return mood < 3.5 ? 'mid' : 'high';
};

/** Up to `most` feelings that go with a tone. */
export const feelingsOf = (tone: Tone, most: number, random: Random): string[] =>
  random.shuffled(byTone[tone]).slice(0, random.int(0, most));
