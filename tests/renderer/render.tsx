import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { afterEach } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { bringBackScreen } from '#lib/blank';
import { setRegion } from '#lib/format';
import '#lib/i18n';
import { queryClient } from '#lib/query-client';
import { LiveRegion } from '#ui/live-region';
import { Routed } from '#ui/routed';
import { ToastRegion } from '#ui/toast-region';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  bringBackScreen();
  cleanup();
  queryClient.clear();
});

/** Renders a view with everything it expects around it, in British English; call `fakeClient` first. */
export const renderWith = (view: ReactNode, path = '/') => {
  setRegion('GB');
  const location = memoryLocation({ path, record: true });
  const user = userEvent.setup();
  const screen = render(
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={queryClient}>
        <Router hook={location.hook}>
          <Routed>
            {view}
            <ToastRegion />
            <LiveRegion />
          </Routed>
        </Router>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { ...screen, user, paths: location.history };
};
