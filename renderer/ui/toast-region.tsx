import { X } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { dismissToast, type Toast, toastStore } from '#lib/toasts';
import { Button } from './button';
import { IconButton } from './icon-button';
import css from './toast-region.module.css';

const SHOWN_MS = 10_000;

const ToastCard = ({ toast }: { readonly toast: Toast }) => {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const act = (): void => {
    toast.action?.run();
    dismissToast(toast.id);
  };
  return (
    <li
      className={css.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css.text}>{toast.text}</span>
      {toast.action !== undefined && (
        <Button variant="soft" onPress={act}>
          {toast.action.label}
        </Button>
      )}
      <IconButton name={t('ui.toast.dismiss')} icon={X} onPress={() => dismissToast(toast.id)} />
    </li>
  );
};

/** Says how much of the window's foot they take, so that the page ends above them and nothing lies below them. */
const useRoom = (region: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const { current } = region;
    if (current === null) return;
    const { style } = document.documentElement;
    const make = (): void => {
      style.setProperty('--toasts', `${current.offsetHeight}px`);
      const { activeElement } = document;
      // A page that has become shorter may have put it out of sight.
      if (activeElement?.matches('button, a, input')) activeElement.scrollIntoView({ block: 'nearest' });
    };
    const observer = new ResizeObserver(make);
    observer.observe(current);
    make();
    return () => {
      observer.disconnect();
      style.removeProperty('--toasts');
    };
  }, [region]);
};

const Region = ({ toasts }: { readonly toasts: readonly Toast[] }) => {
  const { t } = useTranslation();
  const region = useRef<HTMLElement>(null);
  useRoom(region);
  return (
    <section ref={region} aria-label={t('ui.toast.region')} className={css.region} data-react-aria-top-layer="true">
      <ul className={css.list}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
};

/** Where toasts appear; they wait while the pointer or the focus rests on them. Once in the window. */
export const ToastRegion = () => {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  if (toasts.length === 0) return null;
  // Beside the page, not in it, for a dialog makes the page inert, and "Undo" may belong to what was done in the dialog:
  // React Aria leaves what is marked as a top layer in reach.
  return createPortal(<Region toasts={toasts} />, document.body);
};
