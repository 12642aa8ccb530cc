// Latin and Cyrillic scripts; others write dates in digits.
const LOCALES =
  'en,de,fr,es,it,pt,nl,sv,nb,da,fi,is,pl,cs,sk,sl,ro,hu,tr,ru,uk,bg,sr-Latn,et,lv,lt,el,ca,eu,id,ms,vi,af,ga,cy'.split(
    ',',
  );

const bare = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[.\s]/g, '');

// Standing alone and beside a day, a month has different endings in many languages.
const formats: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

const namesIn = (locale: string): [string, number][] =>
  formats.flatMap((format) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month): [string, number] => {
      const parts = formatter.formatToParts(Date.UTC(2024, month, 15));
      return [bare(parts.find(({ type }) => type === 'month')?.value ?? ''), month + 1];
    });
  });

const makeNames = (): ReadonlyMap<string, number> => {
  const found = LOCALES.flatMap(namesIn).filter(([name]) => /^\p{L}{3,}$/u.test(name));
  const months = new Map<string, number>();
  for (const [name, month] of found) if (!months.has(name)) months.set(name, month);
  // One name for two months says nothing, except that English, the first, is what most exports are written in.
  const english = new Set(namesIn('en').map(([name]) => name));
  for (const [name, month] of found) if (months.get(name) !== month && !english.has(name)) months.delete(name);
  return months;
};

let names: ReadonlyMap<string, number> | null = null;

/** The month (1 to 12) of a name in any of some 35 languages, long or short; undefined for what is none or could be two. */
export const monthOfName = (name: string): number | undefined => {
  names ??= makeNames();
  return names.get(bare(name));
};
