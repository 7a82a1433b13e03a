import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../lib/store';
import { uploadForm } from '../../lib/uploadForm';
import { documentsKey, documentsPath } from './documentsApi';
import { createUploadQueue } from './uploadQueue';

/** The files of a dialog, for as long as it stands. */
export function useUploads() {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const fields = useRef<Record<string, string>>({});
  const [queue] = useState(() =>
    createUploadQueue((file, onProgress, signal) =>
      uploadForm(documentsPath, formOf(file, fields.current), onProgress, signal),
    ),
  );
  const uploads = useStore(queue.uploads);
  useEffect(() => () => queue.stop(), [queue]);
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);

  /** Sends all files that are open, or only these, each with the same fields. @returns whether none is open any more. */
  async function send(given: Record<string, string>, only?: readonly File[]): Promise<boolean> {
    fields.current = given;
    setBusy(true);
    await queue.send(only);
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: documentsKey });
    return queue.uploads.get().every(({ state }) => state === 'accepted');
  }

  return { uploads, busy, add: queue.add, remove: queue.remove, send, stop: queue.stop };
}

function formOf(file: File, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // Last, so that the server knows the fields when the file begins.
  form.append('file', file);
  return form;
}
