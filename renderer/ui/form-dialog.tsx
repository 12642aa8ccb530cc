import { type ComponentProps, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from './confirm';
import { Dialog } from './dialog';

type Props = Omit<ComponentProps<typeof Dialog>, 'footer'> & {
  /** Whether something was typed or chosen that leaving would lose. */
  readonly isChanged: () => boolean;
  /** What stands below the form; `leave` runs a way out of it, having asked where something would be lost. */
  readonly footer: ((leave: (way: () => void) => void) => ReactNode) | undefined;
};

/** A dialog with a form in it: Escape, the cross, a press beside it and Cancel ask first where something would be lost. */
export const FormDialog = ({ isChanged, onClose, footer, ...rest }: Props) => {
  const { t } = useTranslation();
  /** The way out that is asked about. */
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const leave = (way: () => void): void => {
    if (isChanged()) setAsked(() => way);
    else way();
  };
  const goOn = (): void => setAsked(null);
  return (
    <>
      <Dialog {...rest} footer={footer?.(leave)} onClose={() => leave(onClose)} />
      <Confirm
        title={t('ui.leave.title')}
        confirmLabel={t('ui.leave.leave')}
        cancelLabel={t('ui.leave.stay')}
        prominent="cancel"
        isOpen={asked !== null}
        onConfirm={() => {
          goOn();
          asked?.();
        }}
        onCancel={goOn}
      >
        <p>{t('ui.leave.lost')}</p>
      </Confirm>
    </>
  );
};
