import { Group, Loader, Text } from '@mantine/core';
import { useDebouncedValue, useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../lib/socket';
import classes from './connectionNotice.module.css';

/** Shorter than this, a state is not worth a notice that comes and goes. */
const worthSayingMs = 700;

type Trouble = 'offline' | 'reconnecting' | 'connecting' | 'catchingUp';

/** Says so while what is shown may be behind, and why; `behind` is whether events may be missing. */
export function ConnectionNotice({ behind = false }: { behind?: boolean }) {
  const { t } = useTranslation('chat');
  const trouble = useTrouble(behind);
  return (
    <div role="status" aria-live="polite">
      {trouble && (
        <Group
          className={classes.notice}
          justify="center"
          gap="xs"
          data-testid="connection-notice"
          data-trouble={trouble}
        >
          {trouble !== 'offline' && <Loader size={14} color="currentColor" aria-hidden />}
          <Text size="sm">{t(`connection.${trouble}`)}</Text>
        </Group>
      )}
    </div>
  );
}

/** A lost connection is said at once; the way to one that stands, and catching up, only when they take long. */
function useTrouble(behind: boolean): Trouble | undefined {
  const connection = useConnection();
  const { online } = useNetwork();
  const connecting = useLasting(connection === 'connecting');
  const catchingUp = useLasting(connection === 'connected' && behind);
  if (connection === 'reconnecting') return online ? 'reconnecting' : 'offline';
  if (connecting) return 'connecting';
  return catchingUp ? 'catchingUp' : undefined;
}

/** True once something has lasted for a while, false as soon as it is over. */
function useLasting(now: boolean): boolean {
  const [before] = useDebouncedValue(now, worthSayingMs);
  return now && before;
}
