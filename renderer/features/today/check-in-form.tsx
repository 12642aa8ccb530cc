import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { flushSync } from 'react-dom';
import css from './check-in.module.css';

type Props = {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly formRef?: RefObject<HTMLFormElement | null>;
  readonly children: ReactNode;
};

/** Saved by Enter in a field and by Ctrl Enter anywhere, also on a chip and in the note. */
export const CheckInForm = ({ label, onSubmit, formRef, children }: Props) => {
  const own = useRef<HTMLFormElement>(null);
  const form = formRef ?? own;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) {
      // A number counts when its field is left.
      flushSync(() => activeElement.blur());
      activeElement.focus();
    }
    form.current?.requestSubmit();
  };
  return (
    <form ref={form} aria-label={label} className={css.form} onSubmit={submit} onKeyDownCapture={onKeyDownCapture}>
      {children}
    </form>
  );
};
