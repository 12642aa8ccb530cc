import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/icon-button';
import type { Direction, Steps } from './use-steps';

const icons = { later: ChevronUp, earlier: ChevronDown } as const;
const order = ['later', 'earlier'] as const;

type Props = {
  readonly steps: Steps;
  /** By which of the two one came here: it has the focus again, or the other where there is no further way. */
  readonly cameBy: Direction | null;
};

/** To the entry after and the entry before. */
export const StepButtons = ({ steps, cameBy }: Props) => {
  const { t } = useTranslation();
  const buttons = { later: useRef<HTMLButtonElement>(null), earlier: useRef<HTMLButtonElement>(null) };
  const goesOn = cameBy !== null && steps.has(cameBy);
  useEffect(() => {
    if (cameBy === null) return;
    const back = cameBy === 'later' ? 'earlier' : 'later';
    const other = buttons[goesOn ? cameBy : back].current;
    // Only what the step itself took away: the person may be elsewhere by now.
    if (document.activeElement === document.body || document.activeElement === buttons[cameBy].current) other?.focus();
  });
  return order.map((direction) => (
    <IconButton
      key={direction}
      ref={buttons[direction]}
      name={t(`journal.${direction}Entry`)}
      keys={t(`journal.stepKeys.${direction}`)}
      icon={icons[direction]}
      isDisabled={!steps.has(direction)}
      onPress={() => steps.go(direction)}
    />
  ));
};
