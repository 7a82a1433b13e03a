import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Asks for a code of the app, or one to recover with. */
export function CodeInput(input: TextInputProps) {
  const { t } = useTranslation('auth');
  return (
    <TextInput
      label={t('code.label')}
      autoComplete="one-time-code"
      required
      minLength={6}
      data-testid="factor-code"
      {...input}
    />
  );
}
