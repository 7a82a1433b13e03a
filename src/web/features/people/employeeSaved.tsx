import { Alert, Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordOnce } from './passwordOnce';

interface EmployeeSavedProps {
  text: string;
  /** To be handed over; undefined: the person has one. */
  password?: string;
  onClose: () => void;
}

/** What was done, and the password that is shown only now. */
export function EmployeeSaved({ text, password, onClose }: EmployeeSavedProps) {
  const { t } = useTranslation(['people', 'common']);
  return (
    <Stack role="status">
      <Alert color="teal">{text}</Alert>
      {password && <PasswordOnce label={t('password.once')} password={password} />}
      <Button onClick={onClose}>{t('common:close')}</Button>
    </Stack>
  );
}
