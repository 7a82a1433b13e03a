import { Button, PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newPassword } from './newPassword';

interface PasswordFieldProps {
  label: string;
  description: string;
  /** These as the form gives them. */
  value?: string;
  error?: ReactNode;
  onChange: (password: string) => void;
}

/** A password for somebody else: written, or made and then to be seen. */
export function PasswordField({ onChange, ...shown }: PasswordFieldProps) {
  const { t } = useTranslation(['people', 'auth']);
  const [visible, setVisible] = useState(false);
  const make = () => {
    onChange(newPassword());
    setVisible(true);
  };
  return (
    <>
      <PasswordInput
        {...shown}
        autoComplete="new-password"
        visible={visible}
        onVisibilityChange={setVisible}
        visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
        onChange={({ currentTarget: { value } }) => onChange(value)}
        data-testid="employee-password"
      />
      <Button variant="default" size="xs" mr="auto" onClick={make} data-testid="make-password">
        {t('password.make')}
      </Button>
    </>
  );
}
