import { useEditorState } from '@tiptap/react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { announce } from '#lib/announce';
import { formatNumber } from '#lib/format';
import { placeAtCaret } from '#lib/page-caret';
import { leaveSlash, type Slash, slashIn } from '#lib/page-slash';
import type { EntrySession } from './entry-session';
import css from './slash.module.css';
import { matching, type SlashChoice, slashGroups, useSlashChoices } from './slash-choices';

/** Has a screen reader follow the choice from the page, where the focus stays. */
const useFollowed = (page: HTMLElement, list: string, active: string | null): void => {
  useEffect(() => {
    if (active === null) return;
    const attributes = {
      'aria-controls': list,
      'aria-activedescendant': active,
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
    };
    for (const [name, value] of Object.entries(attributes)) page.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(attributes)) page.removeAttribute(name);
    };
  }, [page, list, active]);
};

type ListProps = {
  readonly session: EntrySession;
  readonly slash: Slash;
  readonly shown: readonly SlashChoice[];
  readonly index: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (choice: SlashChoice) => void;
  /** What the panel lies in. */
  readonly area: HTMLElement;
};

/** Keeps the panel at the slash while the page scrolls or the window changes. */
const usePlace = (
  { session: { editor }, slash, area, shown }: ListProps,
  panel: RefObject<HTMLElement | null>,
): void => {
  const { from } = slash;
  // biome-ignore lint/correctness/useExhaustiveDependencies: fewer choices make a smaller panel.
  useLayoutEffect(() => {
    const place = (): void => {
      if (panel.current !== null) placeAtCaret(editor, from, { panel: panel.current, area });
    };
    const onScroll = ({ target }: Event): void => {
      // Its own scrolling moves nothing but the choices.
      if (target !== panel.current) place();
    };
    place();
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', onScroll, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [editor, from, area, panel, shown.length]);
};

const Choices = (props: ListProps) => {
  const { session, shown, index, onPoint, onChoose } = props;
  const { t } = useTranslation();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const idOf = (choice: SlashChoice): string => `${id}${choice.id}`;
  const current = shown[index];
  usePlace(props, panel);
  useFollowed(session.editor.view.dom, id, current === undefined ? null : idOf(current));
  const told = t('journal.slash.count', { count: shown.length, shown: formatNumber(shown.length, 0) });
  useEffect(() => announce(told), [told]);
  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={panel}
      id={id}
      className={css.panel}
      role="listbox"
      aria-label={t('journal.slash.label')}
      tabIndex={0}
      // Whatever is pressed in it, the page keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {slashGroups.map((group) => {
        const own = shown.filter((choice) => choice.group === group);
        if (own.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role.
          <div key={group} role="group" aria-label={t(`journal.slash.groups.${group}`)}>
            <div className={css.group} aria-hidden>
              {t(`journal.slash.groups.${group}`)}
            </div>
            {own.map((choice) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the page has the focus and the keys.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
              <div
                key={choice.id}
                id={idOf(choice)}
                className={css.choice}
                role="option"
                aria-selected={choice === current}
                onMouseMove={() => onPoint(shown.indexOf(choice))}
                onClick={() => onChoose(choice)}
              >
                <choice.icon className={css.icon} aria-hidden />
                {choice.label}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
};

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

type Props = { readonly session: EntrySession; readonly area: HTMLElement | null; readonly children: ReactNode };

/**
 * Around the page: where a slash asks for something, what can be put there. Arrows move, Enter takes, Escape leaves the
 * typed words as they are.
 */
export const SlashMenu = ({ session, area, children }: Props) => {
  const { editor } = session;
  const slash = useEditorState({ editor, selector: (context) => slashIn(context.editor.state) });
  const choices = useSlashChoices(session);
  const shown = slash === null ? [] : matching(choices, slash.query);
  // Typing on begins again at the first.
  const [pointed, point] = useState({ query: '', index: 0 });
  const index = slash !== null && pointed.query === slash.query ? Math.min(pointed.index, shown.length - 1) : 0;
  const leave = (): void => editor.view.dispatch(leaveSlash(editor.state.tr));
  useEffect(() => {
    const onBlur = (): void => {
      if (slashIn(editor.state) !== null) editor.view.dispatch(leaveSlash(editor.state.tr));
    };
    editor.on('blur', onBlur);
    return () => void editor.off('blur', onBlur);
  }, [editor]);
  const choose = (choice: SlashChoice): void => {
    const asked = slashIn(editor.state);
    if (asked === null) return;
    leave();
    choice.run(asked);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, nativeEvent, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (slash === null || shown.length === 0) return;
    if (nativeEvent.isComposing || ctrlKey || metaKey || altKey || shiftKey) return;
    const step = steps[key];
    const current = shown[index];
    if (step !== undefined) point({ query: slash.query, index: (index + step + shown.length) % shown.length });
    else if (key === 'Escape') leave();
    else if (key === 'Enter' && current !== undefined) choose(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      {children}
      {slash !== null &&
        shown.length > 0 &&
        area !== null &&
        // Out of what scrolls, which would cut it off.
        createPortal(
          <Choices
            {...{ session, slash, shown, index, area }}
            onPoint={(next) => next !== index && point({ query: slash.query, index: next })}
            onChoose={choose}
          />,
          area,
        )}
    </div>
  );
};
