import { Group, Paper, Select, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptDto, PromptVersionDto, PromptVersionKey } from '../../../shared/prompts';
import { usePages } from '../../lib/usePages';
import { promptPath, promptsKey } from './promptsApi';
import { useVersionLabel } from './useVersionLabel';
import { VersionDiff } from './versionDiff';

interface Compared {
  before: PromptVersionKey;
  after: PromptVersionKey;
}

interface CompareVersionsProps {
  prompt: PromptDto;
  compared: Compared;
  onChange: (compared: Compared) => void;
}

/** What differs between any two versions. */
export function CompareVersions({ prompt, compared, onChange }: CompareVersionsProps) {
  const { t } = useTranslation('prompts');
  const label = useVersionLabel();
  const { items } = usePages<PromptVersionDto>(
    [...promptsKey, 'versions', prompt.name],
    `${promptPath(prompt.name)}/versions`,
  );
  const versions: PromptVersionKey[] = [
    ...new Set<PromptVersionKey>([
      'release',
      compared.before,
      compared.after,
      ...items.map((item) => item.version),
    ]),
  ];
  return (
    <section aria-labelledby="prompt-diff">
      <Title order={2} size="h4" mb="sm" id="prompt-diff">
        {t('diff.title')}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack>
          <Group grow preventGrowOverflow={false}>
            {(['before', 'after'] as const).map((side) => (
              <Select
                key={side}
                label={t(`diff.${side}`)}
                value={String(compared[side])}
                onChange={(chosen) => chosen && onChange({ ...compared, [side]: keyOf(chosen) })}
                allowDeselect={false}
                data={versions.map((version) => ({ value: String(version), label: label(version) }))}
                data-testid={`diff-${side}`}
              />
            ))}
          </Group>
          <VersionDiff name={prompt.name} {...compared} />
        </Stack>
      </Paper>
    </section>
  );
}

function keyOf(chosen: string): PromptVersionKey {
  return chosen === 'release' ? 'release' : Number(chosen);
}
