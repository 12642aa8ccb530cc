import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch } from 'wouter';
import { countries } from '#core/settings';
import { DeletedPage } from '#features/deleted/deleted-page';
import { EmergencyPage } from '#features/emergency/emergency-page';
import { EmergencySources } from '#features/emergency/emergency-sources';
import { GoalsPage } from '#features/goals/goals-page';
import { InsidePage } from '#features/inside/inside-page';
import { JournalPage } from '#features/journal/journal-page';
import { SettingsPage } from '#features/settings/settings-page';
import { Shell } from '#features/shell/shell';
import { TagsPage } from '#features/tags/tags-page';
import { TodayPage } from '#features/today/today-page';
import { TrendsPage } from '#features/trends/trends-page';
import { EmptyState } from '#ui/empty-state';
import { TextLink } from '#ui/text-link';

const NotFound = () => {
  const { t } = useTranslation();
  return <EmptyState action={<TextLink href="/today">{t('app.toToday')}</TextLink>}>{t('app.notFound')}</EmptyState>;
};

/** The pages of an open journal. */
export const OpenPages = () => (
  <Shell>
    <Switch>
      <Route path="/">
        <Redirect to="/today" replace />
      </Route>
      <Route path="/today" component={TodayPage} />
      {/* One route for both, so that opening an entry keeps the list as it is. */}
      <Route path="/journal/:id?" component={JournalPage} />
      <Route path="/deleted" component={DeletedPage} />
      <Route path="/tags" component={TagsPage} />
      <Route path="/trends" component={TrendsPage} />
      <Route path="/goals" component={GoalsPage} />
      <Route path="/settings">
        <SettingsPage sources={<EmergencySources countries={countries} />} />
      </Route>
      <Route path="/settings/backups/:name" component={InsidePage} />
      <Route path="/emergency" component={EmergencyPage} />
      <Route component={NotFound} />
    </Switch>
  </Shell>
);
