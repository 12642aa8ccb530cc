import { useEffect, useEffectEvent, useMemo, useState } from 'react';

type Options<Shown, Value extends string | number, Problem> = {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /** As React Aria shows it; the same function every time. */
  readonly toShown: (value: Value) => Shown;
  readonly fromShown: (shown: Shown) => Value;
  /** What is wrong with what is shown (null: nothing is filled in), or null. */
  readonly problemOf: (shown: Shown | null) => Problem | null;
  /** The parts make nothing whole now: some are empty, or there is no such day. */
  readonly isUnfinished: boolean;
};

/**
 * A date or a time that is typed part by part. What fits goes out at once; but on its way to 31 02 a date is the 31st of
 * something else for a moment, so as soon as the parts make nothing that fits, what was there before typing began goes out
 * again. What is being typed stays in the field meanwhile.
 */
export const useTypedParts = <Shown, Value extends string | number, Problem>({
  value,
  onChange,
  toShown,
  fromShown,
  problemOf,
  isUnfinished,
}: Options<Shown, Value, Problem>) => {
  // The same for as long as the value is: React Aria takes another for a change from outside and drops what is being typed.
  const own = useMemo(() => (value === null ? null : toShown(value)), [value, toShown]);
  const [typed, setTyped] = useState<{ readonly shown: Shown | null; readonly sent: Value | null } | null>(null);
  /** What stood here before typing began. */
  const [before, setBefore] = useState(value);
  // Another value than the one that went out came from elsewhere, and is what counts.
  const live = typed !== null && typed.sent === value ? typed : null;
  const send = (next: Value | null): void => {
    if (next !== value) onChange(next);
  };
  const take = (shown: Shown | null): void => {
    const fitting = shown === null ? null : fromShown(shown);
    const sent = problemOf(shown) === null ? fitting : before;
    setTyped({ shown, sent });
    send(sent);
  };
  const takeBack = useEffectEvent(() => {
    if (live !== null) setTyped({ ...live, sent: before });
    send(before);
  });
  useEffect(() => {
    if (isUnfinished) takeBack();
  }, [isUnfinished]);
  return {
    shown: live === null ? own : live.shown,
    problem: live === null ? null : problemOf(live.shown),
    take,
    /** Typing begins. */
    begin: (): void => {
      if (live === null && !isUnfinished) setBefore(value);
    },
    /** What is typed is what went out, or is given up. */
    end: (): void => setTyped(null),
  };
};
