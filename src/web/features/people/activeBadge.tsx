import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whether somebody may sign in, in words. */
export function ActiveBadge({ active }: { active: boolean }) {
  const { t } = useTranslation('people');
  return (
    <Badge variant="default" data-active={active}>
      {t(active ? 'state.active' : 'state.inactive')}
    </Badge>
  );
}
