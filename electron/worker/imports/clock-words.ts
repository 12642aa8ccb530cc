/** A time of day as it was written: ms since midnight, and minutes ahead of UTC where that was said. */
export type ClockTime = { readonly ms: number; readonly offset: number | null };

const BEFORE_NOON = new Set('am,πμ,上午,午前,오전,ص,öö,de,sa,fm,vorm,vm'.split(','));
const AFTER_NOON = new Set('pm,μμ,下午,午後,오후,م,ös,du,ch,em,nachm,nm'.split(','));

// Only those that mean one thing: RFC 822, section 5.1, for North America, and the European ones.
const HOURS_AHEAD: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** Digits of other scripts as 0 to 9, every kind of space as one, lower case. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim()
    .toLowerCase();

const offsetOf = (words: string): { readonly offset: number | null; readonly rest: string } => {
  const signed = /(?:gmt|utc)? ?([+\-\u2212])(\d{1,2}):?(\d{2})?$/.exec(words);
  if (signed !== null) {
    const [all, sign, hours = '0', minutes = '0'] = signed;
    const size = Number(hours) * 60 + Number(minutes);
    return { offset: sign === '+' ? size : -size, rest: words.slice(0, -all.length) };
  }
  const named = /(?:^|[ \d])([a-z]{1,4})$/.exec(words)?.[1];
  const ahead = named !== undefined && Object.hasOwn(HOURS_AHEAD, named) ? HOURS_AHEAD[named] : undefined;
  if (named === undefined || ahead === undefined) return { offset: null, rest: words };
  return { offset: ahead * 60, rest: words.slice(0, -named.length) };
};

const hourOn = (hour: number, half: 'am' | 'pm' | null): number => {
  if (half === null || hour > 12) return hour;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
};

const halfOf = (before: string, after: string): 'am' | 'pm' | null | undefined => {
  const [first, second] = [before, after].map((words) => words.replace(/[^\p{L}]/gu, ''));
  const word = second === '' ? first : second;
  if (word === undefined || word === '') return null;
  if (BEFORE_NOON.has(word)) return 'am';
  if (AFTER_NOON.has(word)) return 'pm';
  // Before the time stands any word for "at"; behind it only what is known.
  return second === '' ? null : undefined;
};

/**
 * A time of day as journals write it: "22:00", "10:00 pm", "9:05\u202fPM", "下午9:05", "21.05", "21 h 05",
 * "9:30:15 AM GMT+1"; null where it is none.
 */
export const readClock = (text: string): ClockTime | null => {
  const found = /^([^\d]{0,12})(\d{1,2})(?: ?[:.h] ?(\d{2}))?(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?!\d)(.{0,24})$/.exec(
    plainWords(text),
  );
  if (found === null) return null;
  const [, before = '', hours = '', minutes, seconds = '0', fraction = '', tail = ''] = found;
  const { offset, rest } = offsetOf(tail.trim());
  const half = halfOf(before, rest);
  if (half === undefined || (minutes === undefined && half === null)) return null;
  const hour = hourOn(Number(hours), half);
  const minute = Number(minutes ?? '0');
  if (hour > 23 || minute > 59 || Number(seconds) > 60 || Math.abs(offset ?? 0) > 15 * 60) return null;
  const ms = Number(`0.${fraction}0`) * 1000;
  return { ms: ((hour * 60 + minute) * 60 + Number(seconds)) * 1000 + Math.floor(ms), offset };
};
