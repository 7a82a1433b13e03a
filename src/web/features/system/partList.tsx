import { Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartStatus } from '../../../shared/system';

/** The parts everything stands on, and whether each answers. */
export function PartList({ parts }: { parts: PartStatus[] }) {
  const { t } = useTranslation('system');
  return (
    <section aria-labelledby="system-parts">
      <Title order={2} size="h4" mb="sm" id="system-parts">
        {t('parts')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {parts.map(({ name, engine, ok }) => (
          <Paper key={name} withBorder p="md" data-testid={`part-${name}`} data-ok={ok}>
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={500}>{t(`part.${name}`)}</Text>
                <Text size="sm" c="dimmed">
                  {t(`engine.${engine}`, { defaultValue: engine })}
                </Text>
              </div>
              <Badge variant="dot" color={ok ? 'teal' : 'red'} size="lg">
                {t(ok ? 'state.ok' : 'state.away')}
              </Badge>
            </Group>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}
