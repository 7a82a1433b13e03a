import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { errorText } from '../../lib/apiError';
import { readDocument } from '../documents/documentsApi';
import { openOriginal } from '../documents/openOriginal';

/** A document's title, which opens its original. */
export function DocumentTitle({ documentId, title }: { documentId: string; title: string }) {
  const open = async () => {
    try {
      await openOriginal(await readDocument(documentId), null);
    } catch (error) {
      notifications.show({ color: 'red', message: errorText(error) });
    }
  };
  return (
    <Button
      variant="transparent"
      size="compact-sm"
      px={0}
      h="auto"
      c="var(--naru-link)"
      td="underline"
      styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
      onClick={() => void open()}
    >
      {title}
    </Button>
  );
}
