import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password to hand over, shown this once. */
export function PasswordOnce({ label, password }: { label: string; password: string }) {
  const { t } = useTranslation('people');
  return (
    <Group gap="xs">
      <Text size="sm">{label}</Text>
      <Code fz="md" data-testid="password-once">
        {password}
      </Code>
      <CopyButton value={password}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t(copied ? 'password.copied' : 'password.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
