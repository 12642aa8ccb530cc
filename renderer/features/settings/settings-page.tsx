import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#ui/page';
import { AboutSection } from './about-section';
import { AppearanceSection } from './appearance-section';
import { BackupsSection } from './backups-section';
import { DataSection } from './data-section';
import { HelpSection } from './help-section';
import { ProfileSection } from './profile-section';
import { SecuritySection } from './security-section';

type Props = {
  /** Where the clinical content comes from; the emergency card knows. */
  readonly sources: ReactNode;
};

/** Everything a person can set, in cards; what is changed holds at once. */
export const SettingsPage = ({ sources }: Props) => {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')} width="reading">
      <SecuritySection />
      <AppearanceSection />
      <HelpSection />
      <ProfileSection />
      <DataSection />
      <BackupsSection />
      <AboutSection sources={sources} />
    </Page>
  );
};
