import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOneAtATime } from '#lib/one-at-a-time';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { namesIn, undoLastChange } from './change-tags';

/** The last change of tags, and the way back while there is one. */
export const LastChange = ({ onUndone }: { readonly onUndone: () => void }) => {
  const { t } = useTranslation();
  const { data: last = null } = useCallQuery('tags.lastChange', {});
  const undoing = useOneAtATime();
  if (last === null) return null;
  const undo = async (): Promise<void> => {
    if (await undoLastChange()) onUndone();
  };
  return (
    <Notice
      icon={Undo2}
      action={
        <Button variant="ghost" isPending={undoing.isRunning} onPress={() => void undoing.run(undo)}>
          {t('ui.undo')}
        </Button>
      }
    >
      {t(`tags.last.${last.change.kind}`, namesIn(last.change))} {t('tags.canUndo')}
    </Notice>
  );
};
