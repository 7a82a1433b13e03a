import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './brand';
import classes from './entryPage.module.css';
import { Preferences } from './preferences';

interface EntryPageProps {
  title: string;
  description: string;
  children: ReactNode;
}

/** The frame of the pages before the sign-in. */
export function EntryPage({ title, description, children }: EntryPageProps) {
  return (
    <Box className={classes.page}>
      <title>{`${title} · NaruTalk`}</title>
      <Group component="header" justify="space-between" p="md">
        <Brand />
        <Preferences />
      </Group>
      <Box component="main" className={classes.main}>
        <Paper className={classes.card} withBorder p={{ base: 'lg', sm: 'xl' }} radius="lg">
          <Stack gap="lg">
            <div>
              <Title order={1} size="h3">
                {title}
              </Title>
              <Text c="dimmed" size="sm" mt={4}>
                {description}
              </Text>
            </div>
            {children}
          </Stack>
        </Paper>
      </Box>
    </Box>
  );
}
