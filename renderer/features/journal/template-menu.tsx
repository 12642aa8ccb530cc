import { LayoutTemplate } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BuiltInTemplate, builtInTemplates } from '#core/templates';
import { Button } from '#ui/button';
import { Menu } from '#ui/menu';
import type { EntrySession } from './entry-session';
import { insertTemplate } from './insert-template';

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
        run: () => insertTemplate(session, template, { words: (key) => t(key as BuiltInTemplate['title']) }),
      }))}
    />
  );
};
