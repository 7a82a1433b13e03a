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
      <StepButton direction="previous" ended={place === 1} onStep={() => onShow(place - 1)} />
      <Text size="xs" c="dimmed" aria-label={t('branch.place', { place, count })}>
        {place}/{count}
      </Text>
      <StepButton direction="next" ended={place === count} onStep={() => onShow(place + 1)} />
    </Group>
  );
}

interface StepButtonProps {
  direction: 'previous' | 'next';
  /** Whether there is nothing further in this direction. */
  ended: boolean;
  onStep: () => void;
}

/** At its end it only says so: a disabled button would lose the focus of whoever steps by the keyboard. */
function StepButton({ direction, ended, onStep }: StepButtonProps) {
  const { t } = useTranslation('chat');
  const Icon = direction === 'previous' ? IconChevronLeft : IconChevronRight;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      opacity={ended ? 0.35 : 1}
      aria-disabled={ended}
      aria-label={t(`branch.${direction}`)}
      onClick={ended ? undefined : onStep}
      data-testid={`branch-${direction}`}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
