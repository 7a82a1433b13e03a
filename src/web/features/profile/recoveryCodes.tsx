import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Codes to sign in with when the app is lost, shown once. They take the focus from the form that has led to them. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation('profile');
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <Alert
      ref={shown}
      tabIndex={-1}
      color="teal"
      role="status"
      title={t('factor.codesTitle')}
      data-testid="recovery-codes"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('factor.codesText')}</Text>
        <Code block>{codes.join('\n')}</Code>
        <Button size="xs" variant="default" onClick={onDone} data-testid="codes-kept">
          {t('factor.codesDone')}
        </Button>
      </Stack>
    </Alert>
  );
}
