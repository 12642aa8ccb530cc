import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** Says what it does: "Delete the goal". */
  readonly confirmLabel: string;
  /** "Cancel" where nothing else is said. */
  readonly cancelLabel?: string;
  readonly tone?: 'plain' | 'destructive';
  /** Which of the two answers stands out: the way back, where the other loses something. */
  readonly prominent?: 'confirm' | 'cancel';
  readonly isOpen: boolean;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks once more where something cannot simply be undone. Where it can be, do it and offer Undo in a toast instead. */
export const Confirm = (props: Props) => {
  const { t } = useTranslation();
  const isBackProminent = props.prominent === 'cancel';
  const plain = isBackProminent ? 'ghost' : 'primary';
  const footer = (
    <>
      <Button variant={isBackProminent ? 'primary' : 'ghost'} onPress={props.onCancel} autoFocus>
        {props.cancelLabel ?? t('ui.cancel')}
      </Button>
      <Button
        variant={props.tone === 'destructive' ? 'help' : plain}
        isPending={props.isPending}
        onPress={props.onConfirm}
      >
        {props.confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onCancel} role="alertdialog" footer={footer}>
      {props.children}
    </Dialog>
  );
};
