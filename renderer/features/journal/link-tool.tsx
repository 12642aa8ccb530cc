import type { Editor } from '@tiptap/core';
import { Link } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/icon-button';
import { Popover } from '#ui/popover';
import { LinkForm } from './link-form';

type Props = { readonly editor: Editor; readonly current: string | null };

/** Sets, shows, copies or removes the link at the caret. */
export const LinkTool = ({ editor, current }: Props) => {
  const { t } = useTranslation();
  return (
    <Popover
      label={t('journal.tools.link')}
      trigger={
        <IconButton
          name={t('journal.tools.link')}
          keys={t('journal.tools.keys.link')}
          icon={Link}
          pressed={current !== null}
        />
      }
    >
      {(close) => <LinkForm editor={editor} current={current} close={close} />}
    </Popover>
  );
};
