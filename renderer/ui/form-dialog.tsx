import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from './confirm';
import { Dialog } from './dialog';

type Props = ComponentProps<typeof Dialog> & {
  /** Whether something was typed or chosen that closing would lose. */
  readonly isChanged: boolean;
};

/** A dialog with a form in it: Escape, the cross and a press beside it ask first where something would be lost. */
export const FormDialog = ({ isChanged, onClose, ...rest }: Props) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Dialog {...rest} onClose={() => (isChanged ? setAsking(true) : onClose())} />
      <Confirm
        title={t('ui.leave.title')}
        confirmLabel={t('ui.leave.leave')}
        cancelLabel={t('ui.leave.stay')}
        isOpen={isAsking}
        onConfirm={onClose}
        onCancel={() => setAsking(false)}
      >
        <p>{t('ui.leave.lost')}</p>
      </Confirm>
    </>
  );
};
