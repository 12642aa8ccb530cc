import { createContext, useContext, useEffect, useEffectEvent, useId, useState } from 'react';
import { afterPress } from './after-press';
import { announce } from './announce';

type FieldProblem = {
  readonly words: string;
  /** Has the field say it now, although the person has not left it. */
  readonly show: () => void;
  readonly focus: () => void;
};

const makeRegistry = () => {
  const problems = new Map<string, FieldProblem>();
  return {
    report: (field: string, problem: FieldProblem | null): void => {
      if (problem === null) problems.delete(field);
      else problems.set(field, problem);
    },
    /** What is wrong with the first field that does not fit, in words; null when all do. */
    first: (): string | null => problems.values().next().value?.words ?? null,
    /** Whether every field fits. Where one does not, each says so, and the first takes the focus. */
    allRight: (): boolean => {
      const [first] = problems.values();
      for (const { show } of problems.values()) show();
      first?.focus();
      return first === undefined;
    },
  };
};

/** Where the fields of a form that hold more than they hand on (a date half typed) tell that they do. */
export const FieldProblems = createContext<ReturnType<typeof makeRegistry> | null>(null);

/** The problems of one form's fields: give it to `FieldProblems` around them, and ask `allRight` before anything is saved. */
export const useFieldProblems = () => useState(makeRegistry)[0];

/**
 * For a field: tells the form around it what is wrong (null when nothing is), and when to show it: after it was left, or
 * when the form asks; not while it is being typed.
 */
export const useFieldProblem = (words: string | null, focus: () => void) => {
  const form = useContext(FieldProblems);
  const field = useId();
  const [isShown, setShown] = useState(false);
  const takeFocus = useEffectEvent(focus);
  useEffect(() => {
    const problem = words === null ? null : { words, show: () => setShown(true), focus: () => takeFocus() };
    form?.report(field, problem);
    return () => form?.report(field, null);
  }, [form, field, words]);
  const shown = isShown && words !== null ? words : undefined;
  useEffect(() => {
    if (shown !== undefined) announce(shown);
  }, [shown]);
  const onLeave = (): void => {
    if (words !== null) afterPress(() => setShown(true));
  };
  return { shown, onLeave, onEdit: () => setShown(false) };
};
