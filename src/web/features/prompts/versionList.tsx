import { Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptDto, PromptVersionDto, PromptVersionKey } from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { promptPath, promptsKey } from './promptsApi';
import { TroubleInWords } from './troubleInWords';
import { useVersionLabel } from './useVersionLabel';

interface VersionListProps {
  prompt: PromptDto;
  onCompare: (version: PromptVersionKey) => void;
  onWrite: (from: PromptVersionKey) => void;
  onActivate: (version: PromptVersionKey) => void;
}

/** Every version, the latest first, and below them what the release brings. */
export function VersionList(props: VersionListProps) {
  const { t } = useTranslation('prompts');
  const { prompt } = props;
  const versions = usePages<PromptVersionDto>(
    [...promptsKey, 'versions', prompt.name],
    `${promptPath(prompt.name)}/versions`,
  );
  return (
    <section aria-labelledby="prompt-versions">
      <Title order={2} size="h4" mb="sm" id="prompt-versions">
        {t('versions')}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        {versions.error && <ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />}
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="sm" aria-labelledby="prompt-versions">
            <Table.Thead>
              <Table.Tr>
                {(['version', 'reason', 'savedBy', 'actions'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {versions.items.map((version) => (
                <VersionRow key={version.version} {...props} version={version.version} saved={version} />
              ))}
              <VersionRow {...props} version="release" />
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <LoadMore pages={versions} />
      </Paper>
    </section>
  );
}

function VersionRow({
  prompt,
  version,
  saved,
  onCompare,
  onWrite,
  onActivate,
}: VersionListProps & { version: PromptVersionKey; saved?: PromptVersionDto }) {
  const { t } = useTranslation('prompts');
  const language = useLanguage();
  const name = useVersionLabel()(version);
  const isChosen = version === prompt.chosen.version;
  return (
    <Table.Tr data-testid="prompt-version" data-version={version}>
      <Table.Td>
        <Group gap={6}>
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {version === prompt.inForce && (
            <Badge variant="dot" color="teal">
              {t('mark.inForce')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed" ff="monospace">
          {saved?.hash ?? prompt.release.hash}
        </Text>
      </Table.Td>
      <Table.Td maw={320}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {saved?.reason ?? t('ofRelease', { version: prompt.release.version })}
        </Text>
        {saved?.trouble && (
          <>
            <Text size="sm" c="var(--mantine-color-error)">
              {t('unusable')}
            </Text>
            <TroubleInWords trouble={saved.trouble} />
          </>
        )}
        {saved && saved.releaseVersion !== prompt.release.version && (
          <Text size="xs" c="dimmed">
            {t('olderRelease', { version: saved.releaseVersion })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {saved && (
          <>
            <Text size="sm">{saved.createdBy}</Text>
            <Text size="xs" c="dimmed">
              {formatTime(saved.createdAt, language)}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            aria-label={t('action.compareOf', { name })}
            onClick={() => onCompare(version)}
          >
            {t('action.compare')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('action.writeFrom', { name })}
            onClick={() => onWrite(version)}
          >
            {t('action.write')}
          </Button>
          {!isChosen && !saved?.trouble && (
            <Button
              size="xs"
              variant="light"
              aria-label={t('action.activateOf', { name })}
              onClick={() => onActivate(version)}
              data-testid="activate-prompt"
            >
              {t('action.activate')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
