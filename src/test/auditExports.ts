import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { askForExportSchema, AuditExportDto } from '../shared/auditExports';
import { callApi } from './api';
import { patienceMs } from './patience';
import type { ServerAddress } from './people';

type Address = Pick<ServerAddress, 'url'>;

export const exportsPath = '/api/audit/exports';

/** Asks for an export, with a reason if none is given. */
export function askFor(
  server: Address,
  token: string,
  wish: Partial<z.input<typeof askForExportSchema>> = {},
) {
  const body = { format: 'csv', reason: '정기 점검을 위한 추출', ...wish };
  return callApi<AuditExportDto & { code?: string }>(server.url, 'POST', exportsPath, { token, body });
}

export async function readExport(server: Address, token: string, id: string): Promise<AuditExportDto> {
  return (await look(server, token, id)).body;
}

function look(server: Address, token: string, id: string) {
  return callApi<AuditExportDto>(server.url, 'GET', `${exportsPath}/${id}`, { token });
}

/** Asks until an export is as wanted; by default until it has ended. @throws Error when that takes too long. */
export async function waitForExport(
  server: Address,
  token: string,
  id: string,
  isWanted = ({ status }: AuditExportDto) => status !== 'queued' && status !== 'running',
): Promise<AuditExportDto> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(50)) {
    const { status, body } = await look(server, token, id);
    // A machine with other work may have its database count as away for a moment.
    if (status === 200 && isWanted(body)) return body;
  }
  throw new Error(`export ${id} did not come so far`);
}

/** The answer of the file's own route, its body as bytes. */
export async function fetchFile(server: Address, token: string, id: string) {
  const response = await fetch(new URL(`${exportsPath}/${id}/file`, server.url), {
    headers: { authorization: `Bearer ${token}` },
  });
  const content = Buffer.from(await response.arrayBuffer());
  const isProblem = response.headers.get('content-type')?.includes('problem');
  const code = isProblem ? (JSON.parse(content.toString()) as { code: string }).code : null;
  return { status: response.status, headers: response.headers, content, code };
}
