import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Advice } from './advice';

const colors = { wrong: 'red', warning: 'yellow', note: 'naru' } as const;

/** What is wrong and what to do, in words; that all is well only where everything could be asked. */
export function AdviceList({ advice, isWhole }: { advice: Advice[]; isWhole: boolean }) {
  const { t } = useTranslation('system');
  const isWell = isWhole && advice.every(({ level }) => level === 'note');
  return (
    <Stack gap="xs" role="status" data-testid="system-advice" data-well={isWell}>
      {isWell && (
        <Alert color="teal" icon={<IconCircleCheck aria-hidden />}>
          {t('advice.well')}
        </Alert>
      )}
      {advice.map(({ level, text, values, to }) => (
        <Alert
          key={text}
          color={colors[level]}
          icon={level === 'note' ? <IconInfoCircle aria-hidden /> : <IconAlertCircle aria-hidden />}
          title={t(`level.${level}`)}
        >
          <Text size="sm">
            {t(`advice.${text}`, values)}{' '}
            {to && (
              <Anchor component={Link} to={to} inherit c="var(--naru-link)">
                {t('advice.open')}
              </Anchor>
            )}
          </Text>
        </Alert>
      ))}
    </Stack>
  );
}
