import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from './button';
import css from './disclosure.module.css';

type Props = {
  /** Says what is inside. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
};

/** Something that is there when it is wanted; what is inside is only made while it is open. */
export const Disclosure = ({ label, isOpen, onChange, children }: Props) => {
  const id = useId();
  return (
    <div className={css.disclosure}>
      <div className={css.trigger}>
        <Button
          variant="quiet"
          icon={isOpen ? ChevronUp : ChevronDown}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => onChange(!isOpen)}
        >
          {label}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={css.panel}>
          {children}
        </div>
      )}
    </div>
  );
};
