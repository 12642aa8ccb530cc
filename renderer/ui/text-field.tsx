import clsx from 'clsx';
import type { KeyboardEvent, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import css from './field.module.css';

type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  readonly label: string;
  /** The label is for screen readers only; say it in the placeholder or nearby. */
  readonly hideLabel?: boolean;
  readonly description?: ReactNode;
  /** What is wrong, in words; shows the field as invalid. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
};

type ShellProps = FieldProps & { readonly children: ReactNode };

/** What every text field has around it: label, description, error. */
export const FieldShell = ({ label, hideLabel, description, error, placeholder: _, children, ...rest }: ShellProps) => (
  <AriaTextField {...rest} className={css.field} isInvalid={error !== undefined} validationBehavior="aria">
    <Label className={hideLabel ? css.hiddenLabel : css.label}>{label}</Label>
    {children}
    {description !== undefined && (
      <Text slot="description" className={css.description}>
        {description}
      </Text>
    )}
    <FieldError className={css.error}>{error}</FieldError>
  </AriaTextField>
);

type TextProps = Omit<FieldProps, 'onKeyDown'> & {
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly large?: boolean;
  readonly end?: ReactNode;
};

/** One line of text. */
export const TextField = ({ large = false, end, onKeyDown, ...field }: TextProps) => (
  <FieldShell {...field}>
    <Group className={clsx(css.box, large && css.large)} isInvalid={field.error !== undefined}>
      {/* Not by React Aria's field, which would keep every key to itself, Escape too. */}
      <Input
        dir="auto"
        className={css.input}
        placeholder={field.placeholder}
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
      {end}
    </Group>
  </FieldShell>
);

type AreaProps = Omit<FieldProps, 'onKeyDown'> & {
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** In the hand the person writes in, for words that are theirs. */
  readonly page?: boolean;
  readonly rows?: number;
};

/** Several lines; grows with what is written. */
export const TextArea = ({ page = false, rows = 3, onKeyDown, ...field }: AreaProps) => (
  <FieldShell {...field}>
    <Group className={css.box} isInvalid={field.error !== undefined}>
      <AriaTextArea
        dir="auto"
        className={clsx(css.input, css.area, page && css.page)}
        rows={rows}
        placeholder={field.placeholder}
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
    </Group>
  </FieldShell>
);
