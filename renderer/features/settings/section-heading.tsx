import { useRef } from 'react';
import { type Intent, useIntent } from '#lib/intents';

type Props = { readonly intent: Intent; readonly children: string };

/** The words of a section's heading; they take the focus, and come into sight, when another page leads here. */
export const SectionHeading = ({ intent, children }: Props) => {
  const words = useRef<HTMLSpanElement>(null);
  useIntent(intent, () => words.current?.focus());
  return (
    <span ref={words} tabIndex={-1}>
      {children}
    </span>
  );
};
