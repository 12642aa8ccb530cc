import { X } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { type ShownPicture, shownPicture } from '#lib/shown-picture';
import { useStore } from '#lib/store';
import { IconButton } from './icon-button';
import css from './picture-viewer.module.css';

const Viewer = ({ picture }: { readonly picture: ShownPicture }) => {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(true);
  const { address, caption, alt } = picture;
  return (
    <Dialog className={css.viewer} aria-label={caption || alt || t('journal.picture.unnamed')}>
      <div className={css.close}>
        <IconButton slot={null} name={t('ui.close')} icon={X} onPress={() => shownPicture.write(null)} />
      </div>
      <button
        type="button"
        className={css.frame}
        data-whole={isWhole || undefined}
        aria-label={t(isWhole ? 'journal.picture.larger' : 'journal.picture.whole')}
        onClick={() => setWhole(!isWhole)}
      >
        <img src={address} alt={alt || caption || t('journal.picture.unnamed')} />
      </button>
      {caption !== '' && (
        <p className={css.caption} dir="auto">
          {caption}
        </p>
      )}
    </Dialog>
  );
};

/** A picture by itself, as large as the window or as it is; Escape closes. Once in the window. */
export const PictureViewer = () => {
  const picture = useStore(shownPicture);
  return (
    <ModalOverlay
      className={css.veil}
      isOpen={picture !== null}
      onOpenChange={(isOpen) => !isOpen && shownPicture.write(null)}
      isDismissable
    >
      <Modal className={css.modal}>{picture !== null && <Viewer key={picture.address} picture={picture} />}</Modal>
    </ModalOverlay>
  );
};
