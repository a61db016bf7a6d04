import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

type PasswordFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly error?: string | undefined;
  /** Nothing is an answer, too. */
  readonly isOptional?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Typed with wet hands on a touch screen, so it can be looked at. */
export function PasswordField({ onChange, isOptional = false, ...rest }: PasswordFieldProps) {
  const t = useText();
  const [isShown, setShown] = useState(false);
  return (
    <Field
      {...rest}
      name="password"
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      required={!isOptional}
      onChange={(event) => onChange(event.target.value)}
      end={
        <Button look="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? t('session.hidePassword') : t('session.showPassword')}
        </Button>
      }
    />
  );
}
