import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uploadForm } from '../../lib/uploadForm';
import { documentsKey, documentsPath } from './documentsApi';

/** A file on its way to the server. */
export interface Upload {
  file: File;
  state: 'waiting' | 'sending' | 'accepted' | 'refused';
  /** Share sent, 0 to 1. */
  sent: number;
  error?: unknown;
}

/** Files to upload, one after the other: the server reads them in the background anyway. */
export function useUploads() {
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [busy, setBusy] = useState(false);

  function change(file: File, next: Partial<Upload>) {
    setUploads((all) => all.map((upload) => (upload.file === file ? { ...upload, ...next } : upload)));
  }

  function add(files: File[]) {
    setUploads((all) => [...all, ...files.map((file) => ({ file, state: 'waiting', sent: 0 }) as const)]);
  }

  function remove(file: File) {
    setUploads((all) => all.filter((upload) => upload.file !== file));
  }

  /** Sends all files not yet accepted, each with the same fields. @returns whether all were accepted. */
  async function send(fields: Record<string, string>): Promise<boolean> {
    const open = uploads.filter(({ state }) => state !== 'accepted');
    setBusy(true);
    let allAccepted = true;
    for (const { file } of open) {
      change(file, { state: 'sending', sent: 0, error: undefined });
      try {
        await uploadForm(documentsPath, formOf(file, fields), (sent) => change(file, { sent }));
        change(file, { state: 'accepted', sent: 1 });
      } catch (error) {
        allAccepted = false;
        change(file, { state: 'refused', error });
      }
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: documentsKey });
    return allAccepted;
  }

  return { uploads, busy, add, remove, send };
}

function formOf(file: File, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // Last, so that the server knows the fields when the file begins.
  form.append('file', file);
  return form;
}
