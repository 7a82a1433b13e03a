import type {
  ImportDto,
  ImportKind,
  ImportRejectDto,
  ImportTemplateDto,
  TemplateLayout,
} from '../../../shared/imports';
import type { Page } from '../../../shared/problem';
import { api, apiCommand } from '../../lib/api';
import { uploadForm } from '../../lib/uploadForm';

export const importsPath = '/api/imports';
/** Every list and report of imports in the cache. */
export const importsKey = ['imports'] as const;

const templatesPath = '/api/import-templates';
export const importTemplatesKey = ['import-templates'] as const;

export interface ImportUploadFields {
  kind: ImportKind;
  template: string | null;
  dryRun: boolean;
}

/** Sends a file. @returns the key of its import. */
export async function startImport(
  file: File,
  { kind, template, dryRun }: ImportUploadFields,
  onProgress: (share: number) => void,
): Promise<string> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('dryRun', dryRun ? '1' : '0');
  if (template) form.set('template', template);
  form.set('file', file);
  return (await uploadForm<{ id: string }>(importsPath, form, onProgress)).id;
}

export function readImport(id: string): Promise<ImportDto> {
  return api(`${importsPath}/${id}`);
}

/** What can be done with an import that is there. */
export type ImportAction = 'rerun' | 'undo' | 'cancel';

export function actOnImport(id: string, action: ImportAction): Promise<ImportDto> {
  return api(`${importsPath}/${id}/${action}`, { method: 'POST' });
}

export function rejectsPath(id: string): string {
  return `${importsPath}/${id}/rejects`;
}

export function correctReject(
  importId: string,
  rejectId: number,
  cells: Record<string, string | null>,
): Promise<ImportRejectDto> {
  return api(`${rejectsPath(importId)}/${rejectId}`, { method: 'PATCH', body: { cells } });
}

export async function readTemplates(): Promise<ImportTemplateDto[]> {
  return (await api<Page<ImportTemplateDto>>(`${templatesPath}?limit=200`)).items;
}

export interface TemplateInput {
  name: string;
  kind: ImportKind;
  layout: TemplateLayout;
}

/** Makes a template, or changes the one that has the key. */
export function saveTemplate(
  id: number | null,
  { name, kind, layout }: TemplateInput,
): Promise<ImportTemplateDto> {
  return id === null
    ? api(templatesPath, { method: 'POST', body: { name, kind, layout } })
    : api(`${templatesPath}/${id}`, { method: 'PATCH', body: { name, layout } });
}

export function deleteTemplate(id: number): Promise<void> {
  return apiCommand(`${templatesPath}/${id}`, { method: 'DELETE' });
}
