import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { Preferences } from '../../components/preferences';
import { ApiKeys } from './apiKeys';
import { OwnFacts } from './ownFacts';
import { PasswordForm } from './passwordForm';
import { SecondFactor } from './secondFactor';
import { SessionList } from './sessionList';

/** The own account: who one is here and what one may do, language and colours, password, second factor, devices, keys. */
export function ProfilePage() {
  const { t } = useTranslation('profile');
  return (
    <Page title={t('title')} description={t('description')}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md">
          <Section title={t('facts.title')}>
            <OwnFacts />
          </Section>
          <Section title={t('screen.title')}>
            <Group justify="space-between">
              <Text size="sm">{t('screen.text')}</Text>
              <Preferences />
            </Group>
          </Section>
        </Stack>
        <Stack gap="md">
          <Section title={t('password.title')}>
            <PasswordForm />
          </Section>
          <Section title={t('factor.title')}>
            <SecondFactor />
          </Section>
          <Section title={t('sessions.title')}>
            <SessionList />
          </Section>
          <Section title={t('keys.title')}>
            <ApiKeys />
          </Section>
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
