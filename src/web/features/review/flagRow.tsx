import { Anchor, Checkbox, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FlagDto } from '../../../shared/review';
import { formatRelativeTime, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { FlagKindBadge, FlagStatusBadge } from './flagBadges';
import { FlagMenu } from './flagMenu';

interface FlagRowProps {
  flag: FlagDto;
  ticked: boolean;
  /** Not given: nothing can be done with it. */
  onTick?: (on: boolean) => void;
}

/** One flag of the queue; its question leads to the turn, where it is decided. */
export function FlagRow({ flag, ticked, onTick }: FlagRowProps) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { turnId, question, askedBy, askedAt, assignee } = flag;
  return (
    <Table.Tr data-testid="flag-row" data-flag-id={flag.id}>
      {onTick && (
        <Table.Td>
          <Checkbox
            aria-label={t('queue.tick', { question })}
            checked={ticked}
            onChange={({ currentTarget }) => onTick(currentTarget.checked)}
          />
        </Table.Td>
      )}
      <Table.Td maw={360}>
        <Anchor component={Link} to={`/audit/turns/${turnId}#review`} size="sm" fw={500} c="var(--naru-link)">
          {question}
        </Anchor>
      </Table.Td>
      <Table.Td maw={260}>
        <FlagKindBadge flag={flag} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm">{askedBy.name}</Text>
        <Text size="xs" c="dimmed">
          {formatRelativeTime(askedAt, language)}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm">{assignee?.name ?? noValue}</Text>
      </Table.Td>
      <Table.Td>
        <FlagStatusBadge flag={flag} />
      </Table.Td>
      <Table.Td>
        <FlagMenu flag={flag} />
      </Table.Td>
    </Table.Tr>
  );
}
