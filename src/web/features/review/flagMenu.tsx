import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconTestPipe, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FlagDto } from '../../../shared/review';
import { may, useEmployee } from '../../lib/session';
import { changeFlag, makeCase } from './reviewApi';
import { useReviewChange } from './useReviewChange';

/** What can be done with a flagged turn from the queue, without opening it. */
export function FlagMenu({ flag: { id, turnId, version, question } }: { flag: FlagDto }) {
  const { t } = useTranslation('review');
  const employee = useEmployee();
  const tell = (message: string) => notifications.show({ color: 'green', message });
  const take = useReviewChange(() =>
    changeFlag(id, { version, status: 'in_review', assigneeNo: employee.employeeNo }),
  );
  const toCase = useReviewChange(
    () => makeCase({ turnId }),
    () => tell(t('case.made')),
  );
  if (!may(employee, 'audit.review')) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('queue.menu', { question })}
          loading={take.isPending || toCase.isPending}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserCheck size={16} aria-hidden />}
          onClick={() => take.mutate(undefined)}
        >
          {t('queue.take')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTestPipe size={16} aria-hidden />}
          onClick={() => toCase.mutate(undefined)}
        >
          {t('case.make')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
