import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Asks whoever is signed in for the password once more. */
export function CurrentPasswordInput(input: PasswordInputProps) {
  const { t } = useTranslation(['profile', 'auth']);
  return (
    <PasswordInput
      label={t('password.current')}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
      {...input}
    />
  );
}
