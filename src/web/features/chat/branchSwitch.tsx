import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface BranchSwitchProps {
  /** Place of the shown branch, from 1. */
  place: number;
  count: number;
  /** @param place 1 to `count`. */
  onShow: (place: number) => void;
}

/** The way between branches that stand in the same place; nothing where there is only one. */
export function BranchSwitch({ place, count, onShow }: BranchSwitchProps) {
  const { t } = useTranslation('chat');
  if (count < 2) return null;
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t('branch.label')} data-testid="branch-switch">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        disabled={place === 1}
        aria-label={t('branch.previous')}
        onClick={() => onShow(place - 1)}
        data-testid="branch-previous"
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <Text size="xs" c="dimmed" aria-label={t('branch.place', { place, count })}>
        {place}/{count}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        disabled={place === count}
        aria-label={t('branch.next')}
        onClick={() => onShow(place + 1)}
        data-testid="branch-next"
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
