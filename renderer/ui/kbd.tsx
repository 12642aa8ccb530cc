import css from './kbd.module.css';

/** A key or a chord as it is printed on the keyboard. */
export const Kbd = ({ children }: { readonly children: string }) => <kbd className={css.kbd}>{children}</kbd>;
