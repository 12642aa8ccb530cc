import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import css from './dialog.module.css';
import { IconButton } from './icon-button';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  /** Called for Escape, the cross and a press beside it. */
  readonly onClose: () => void;
  /** Something goes on that cannot be called off: it stays until its end can be told. */
  readonly isHeld?: boolean;
  readonly children: ReactNode;
  /** Buttons, the way on last. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'wide';
  readonly role?: 'dialog' | 'alertdialog';
};

/** A question or a small form above the page. Never used for anything in an emergency. */
export const Dialog = ({ width = 'narrow', role = 'dialog', isHeld = false, ...props }: Props) => {
  const { title, isOpen, onClose, children, footer } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={css.veil}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog' && !isHeld}
      isKeyboardDismissDisabled={isHeld}
    >
      <Modal className={css[width]}>
        <AriaDialog className={css.dialog} role={role}>
          <div className={css.head}>
            <Heading slot="title" level={2} className={css.title} dir="auto">
              {title}
            </Heading>
            {role === 'dialog' && <IconButton name={t('ui.close')} icon={X} isDisabled={isHeld} onPress={onClose} />}
          </div>
          <div className={css.body}>{children}</div>
          {footer !== undefined && <div className={css.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
