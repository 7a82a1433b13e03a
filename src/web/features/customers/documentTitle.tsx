import { Anchor } from '@mantine/core';
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
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      c="var(--naru-link)"
      onClick={() => void open()}
    >
      {title}
    </Anchor>
  );
}
