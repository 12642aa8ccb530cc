import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { applyAppearance } from '#lib/appearance';
import { followSnapshots } from '#lib/follow-snapshots';
import { formatLocale } from '#lib/format';
import { lockWhenAsked } from '#lib/lock-journal';
import { queryClient, useCallQuery } from '#lib/query-client';
import { ErrorBoundary } from '#ui/error-boundary';
import { LiveRegion } from '#ui/live-region';
import { PictureViewer } from '#ui/picture-viewer';
import { Routed } from '#ui/routed';
import { ToastRegion } from '#ui/toast-region';
import { Gate } from './gate';
import { QuitQuestion } from './quit-question';

const Appearance = () => {
  const { data: device } = useCallQuery('device.get', {});
  useEffect(() => {
    if (device !== undefined) applyAppearance(device);
  }, [device]);
  return null;
};

/** Everything that surrounds the views: locale, cache, routes, and the places where messages appear. */
export const App = () => {
  useEffect(lockWhenAsked, []);
  useEffect(followSnapshots, []);
  return (
    <I18nProvider locale={formatLocale()}>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <Routed>
            <Appearance />
            <ErrorBoundary>
              <Gate />
            </ErrorBoundary>
            <QuitQuestion />
            <PictureViewer />
            <ToastRegion />
            <LiveRegion />
          </Routed>
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  );
};
