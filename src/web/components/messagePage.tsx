import { Button, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface MessagePageProps {
  title: string;
  text: string;
  /** What can be done here, beside going back. */
  action?: ReactNode;
}

/** A page that only has something to say, with the way back. */
export function MessagePage({ title, text, action }: MessagePageProps) {
  const { t } = useTranslation();
  return (
    <Center mih="60vh" p="lg" component="main">
      <title>{`${title} · NaruTalk`}</title>
      <Stack align="center" ta="center" maw={420}>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        {action}
        <Button component={Link} to="/" variant="light">
          {t('goHome')}
        </Button>
      </Stack>
    </Center>
  );
}
