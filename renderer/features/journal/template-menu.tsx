import type { Node } from '@tiptap/pm/model';
import { LayoutTemplate } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BuiltInTemplate, buildTemplate, builtInTemplates } from '#core/templates';
import { Button } from '#ui/button';
import { Menu } from '#ui/menu';
import { type EntrySession, isBlank } from './entry-session';

/** Where the first empty line after a place begins, for the caret; the place itself where there is none. */
const firstRoom = (page: Node, after: number): number => {
  let room: number | null = null;
  page.descendants((node, at) => {
    if (room === null && at >= after && node.isTextblock && node.content.size === 0) room = at + 1;
    return room === null;
  });
  return room ?? after + 1;
};

/** A blank page becomes the template; to any other it is added below what stands there. One step for undo. */
const use = (
  { editor, fields, change }: EntrySession,
  template: BuiltInTemplate,
  words: (key: BuiltInTemplate['title'] | string) => string,
): void => {
  const { title, body } = buildTemplate(template, words);
  const present = fields.read();
  const wasBlank = isBlank(present, editor);
  if (present.title.trim() === '') change({ title });
  if (wasBlank) change({ kind: template.kind });
  const { size } = editor.state.doc.content;
  const range = wasBlank ? { from: 0, to: size } : { from: size, to: size };
  const begin = wasBlank ? 0 : size;
  editor
    .chain()
    .insertContentAt(range, body.content)
    .command(({ tr, commands }) => commands.setTextSelection(firstRoom(tr.doc, begin)))
    .focus()
    .scrollIntoView()
    .run();
};

type Props = { readonly session: EntrySession };

/** Pages to begin with. */
export const TemplateMenu = ({ session }: Props) => {
  const { t } = useTranslation();
  return (
    <Menu
      label={t('journal.templates.label')}
      trigger={
        <Button variant="quiet" icon={LayoutTemplate}>
          {t('journal.templates.button')}
        </Button>
      }
      items={builtInTemplates.map((template) => ({
        id: template.key,
        label: t(template.title),
        run: () => use(session, template, (key) => t(key as BuiltInTemplate['title'])),
      }))}
    />
  );
};
