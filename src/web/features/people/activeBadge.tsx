import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whether somebody may sign in, in words. */
export function ActiveBadge({ active }: { active: boolean }) {
  const { t } = useTranslation('people');
  return (
    <Badge variant="default" miw="max-content">
      {t(active ? 'state.active' : 'state.inactive')}
    </Badge>
  );
}
