import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addPictures } from '#lib/add-pictures';
import { IconButton } from '#ui/icon-button';
import { VisuallyHidden } from '#ui/visually-hidden';
import type { EntrySession } from './entry-session';

type Props = { readonly session: EntrySession };

/** Puts pictures from files on the page. */
export const PictureTool = ({ session }: Props) => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton name={t('journal.picture.add')} icon={ImagePlus} onPress={() => field.current?.click()} />
      <VisuallyHidden>
        <input
          ref={field}
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden
          accept="image/jpeg,image/png,image/webp,image/gif,.heic,.heif"
          onChange={({ currentTarget }) => {
            const { editor, entry } = session;
            void addPictures({ editor, entry: () => entry.read().id }, [...(currentTarget.files ?? [])]);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </VisuallyHidden>
    </>
  );
};
