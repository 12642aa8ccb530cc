import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useLocation } from 'wouter';

const toHref = (path: string): string => `#${path}`;

/** Has every link inside it lead through the app's own router. */
export const Routed = ({ children }: { readonly children: ReactNode }) => {
  const [, navigate] = useLocation();
  return (
    <RouterProvider navigate={navigate} useHref={toHref}>
      {children}
    </RouterProvider>
  );
};
