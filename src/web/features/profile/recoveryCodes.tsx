import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Codes to sign in with when the app is lost, shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation('profile');
  return (
    <Alert color="teal" role="status" title={t('factor.codesTitle')} data-testid="recovery-codes">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('factor.codesText')}</Text>
        <Code block>{codes.join('\n')}</Code>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('factor.codesDone')}
        </Button>
      </Stack>
    </Alert>
  );
}
