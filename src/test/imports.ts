import { setTimeout as pause } from 'node:timers/promises';
import type { ImportDto, ImportKind } from '../shared/imports';
import { callApi } from './api';
import type { ServerAddress } from './people';

type Address = Pick<ServerAddress, 'url'>;

/** What is imported: lines of a CSV, or a file's bytes. */
export type ImportContent = string[] | string | Buffer<ArrayBuffer>;

/** Uploads a file of figures as an admin. */
export async function uploadImport(
  server: Address,
  token: string,
  kind: ImportKind,
  content: ImportContent,
  fields: Record<string, string> & { fileName?: string } = {},
) {
  const { fileName = `${kind}.csv`, ...rest } = fields;
  const form = new FormData();
  form.set('file', new Blob([Array.isArray(content) ? content.join('\n') : content]), fileName);
  for (const [key, value] of Object.entries({ kind, ...rest })) form.set(key, value);
  return callApi<{ id: string; code?: string }>(server.url, 'POST', '/api/imports', { token, form });
}

const underWay = new Set(['queued', 'running']);

/** Asks until an import has ended. @throws Error after a minute. */
export async function waitForImport(server: Address, token: string, id: string): Promise<ImportDto> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
    const { body } = await callApi<ImportDto>(server.url, 'GET', `/api/imports/${id}`, {
      token,
      headers: { 'accept-language': 'en' },
    });
    if (!underWay.has(body.status)) return body;
  }
  throw new Error(`import ${id} did not end`);
}

/** Uploads a file and waits for its report. */
export async function runImportFile(
  server: Address,
  token: string,
  kind: ImportKind,
  content: ImportContent,
  fields: Record<string, string> & { fileName?: string } = {},
): Promise<ImportDto> {
  const { status, body } = await uploadImport(server, token, kind, content, fields);
  if (status !== 202) throw new Error(`import answered ${status}: ${JSON.stringify(body)}`);
  return waitForImport(server, token, body.id);
}

/** People, customers and products to import figures of. */
export async function importCompany(server: Address, token: string): Promise<void> {
  const files: [ImportKind, string[]][] = [
    [
      'employees',
      [
        'employeeNo,name,email,role,team',
        'E1,한가람,e1@test.example,rep,서울1팀',
        'E2,오세린,e2@test.example,rep,서울1팀',
      ],
    ],
    [
      'customers',
      ['code,name,type,region', 'C1,한빛의원,의원,서울', 'C2,푸른약국,약국,서울', 'C3,새봄병원,병원,경기'],
    ],
    [
      'products',
      [
        'code,brand,ingredient,reimbursed,therapeuticClass,unitPrice',
        'P1,나루정 5mg,암로디핀,급여,고혈압,352',
        'P2,나루정 10mg,암로디핀,비급여,고혈압,486',
      ],
    ],
  ];
  for (const [kind, lines] of files) {
    const report = await runImportFile(server, token, kind, lines);
    if (report.status !== 'completed') throw new Error(`${kind}: ${JSON.stringify(report.errors)}`);
  }
}
