import { Button, Center, Loader, Text } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OlderMessages } from './useOlderMessages';

/** Pixels; always the same, so that nothing moves when the oldest messages have come. */
export const olderTurnsHeight = 56;

interface OlderTurnsProps {
  ref: Ref<HTMLDivElement>;
  older: OlderMessages;
}

/** What stands before the oldest message that was read: the way to the ones before it, or that it was the first. */
export function OlderTurns({ ref, older }: OlderTurnsProps) {
  return (
    <Center ref={ref} h={olderTurnsHeight} aria-live="off" data-testid="older-turns">
      <WhatIsBefore older={older} />
    </Center>
  );
}

function WhatIsBefore({ older: { there, reading, error, retry } }: { older: OlderMessages }) {
  const { t } = useTranslation('chat');
  if (!there)
    return (
      <Text size="sm" c="dimmed">
        {t('older.none')}
      </Text>
    );
  if (reading) return <Loader size={18} role="img" aria-label={t('older.reading')} />;
  // It is read by itself when the reader comes near; the button also leads those there who do not scroll.
  return (
    <Button variant="subtle" size="sm" onClick={retry} data-testid="read-older">
      {t(error ? 'older.again' : 'older.read')}
    </Button>
  );
}
