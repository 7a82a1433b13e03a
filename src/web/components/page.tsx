import { Container, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  description?: string;
  /** What can be done on this page, beside its title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page but the chat: title, what it is for, actions, content. */
export function Page({ title, description, actions, children }: PageProps) {
  return (
    <ScrollArea h="100%" type="auto" component="main">
      <title>{`${title} · NaruTalk`}</title>
      <Container size="xl" py="lg">
        <Stack gap="lg">
          <Group justify="space-between" align="flex-start">
            <div>
              <Title order={1} size="h2">
                {title}
              </Title>
              {description && <Text c="dimmed">{description}</Text>}
            </div>
            {actions}
          </Group>
          {children}
        </Stack>
      </Container>
    </ScrollArea>
  );
}
