import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../lib/format';
import { applyRules } from './reviewApi';
import { useReviewChange } from './useReviewChange';

/** Has past turns looked at once more, such as for a new rule. */
export function ApplyRules() {
  const { t } = useTranslation('review');
  const [isOpen, setIsOpen] = useState(false);
  const [from, setFrom] = useState('');
  const applying = useReviewChange(
    () => applyRules(from),
    (turns) => {
      setIsOpen(false);
      notifications.show({ color: 'green', message: t('rule.applied', { turns: formatCount(turns) }) });
    },
  );
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    applying.mutate(undefined);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} trapFocus withArrow position="bottom-end">
      <Popover.Target>
        <Button variant="default" onClick={() => setIsOpen((before) => !before)}>
          {t('rule.apply')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={apply}>
          <Stack gap="xs" maw={260}>
            <Text size="sm">{t('rule.applyHelp')}</Text>
            <TextInput
              type="date"
              label={t('rule.applyFrom')}
              value={from}
              onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            />
            <Button type="submit" loading={applying.isPending} disabled={from === ''}>
              {t('rule.applySubmit')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
