import { Code, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { Preferences } from '../../components/preferences';
import { samples } from './samples';
import { TokenList } from './tokenList';

/** For those who carry on: what there is to build pages of, in the scheme and language chosen above it. */
export function ComponentsPage() {
  const { t } = useTranslation('components');
  return (
    <Page title={t('title')} description={t('description')} actions={<Preferences />}>
      <Section title={t('tokens')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TokenList scheme="light" title={t('light')} />
          <TokenList scheme="dark" title={t('dark')} />
        </SimpleGrid>
      </Section>
      {samples.map(({ file, Sample }) => (
        <Section key={file} title={file}>
          <Text size="sm" c="dimmed" mb="sm">
            {t(`about.${file}`)} <Code>{`src/web/components/${file}.tsx`}</Code>
          </Text>
          <Sample />
        </Section>
      ))}
    </Page>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Stack gap={4}>
        <Title order={2} size="h4">
          {title}
        </Title>
        <div data-testid="sample">{children}</div>
      </Stack>
    </Paper>
  );
}
