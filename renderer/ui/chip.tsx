import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import css from './chip.module.css';

type Props = {
  readonly children: string;
  /** Makes it removable; the button's name says what it removes. */
  readonly onRemove?: () => void;
};

/** A word on a record: a tag, a feeling. Long ones are cut with an ellipsis and whole in their title. */
export const Chip = ({ children, onRemove }: Props) => {
  const { t } = useTranslation();
  return (
    <span className={css.chip} data-on title={children.length > 30 ? children : undefined}>
      <span className={css.text} dir="auto">
        {children}
      </span>
      {onRemove !== undefined && (
        <Button className={css.remove} aria-label={t('ui.remove', { label: children })} onPress={onRemove}>
          <X className={css.icon} aria-hidden />
        </Button>
      )}
    </span>
  );
};
