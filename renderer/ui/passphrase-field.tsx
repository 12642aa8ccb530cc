import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import { TextField } from './text-field';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hideLabel?: boolean;
  readonly large?: boolean;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly autoFocus?: boolean;
  /** Shown from the start, for what must be read, such as a recovery key. */
  readonly shown?: boolean;
  readonly isDisabled?: boolean;
};

/** A secret; hidden until the person asks to see it. */
export const PassphraseField = ({ shown = false, ...field }: Props) => {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(shown);
  return (
    <TextField
      {...field}
      placeholder={field.hideLabel ? field.label : undefined}
      type={visible ? 'text' : 'password'}
      autoComplete="off"
      spellCheck="false"
      maxLength={1024}
      end={
        <IconButton
          name={t(visible ? 'ui.passphrase.hide' : 'ui.passphrase.show')}
          icon={visible ? EyeOff : Eye}
          onPress={() => setVisible(!visible)}
        />
      }
    />
  );
};
