import { promptPlaceholders } from '../../shared/prompts';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { uploadDocument, waitForDocument } from '../documents';
import { runImportFile } from '../imports';
import { buildCanaryCompany, type Asker, type CanaryCompany } from '../rights/canaryCompany';
import type { TestServer } from '../server';
import { aims } from './aims';
import { attacks, type Attack } from './attacks';
import { secret } from './secrets';

/** A company of canaries in which the orders of all attacks stand where attackers put them. */
export interface AttackedCompany extends CanaryCompany {
  /** The rep who is attacked. */
  reader: Asker;
}

export async function buildAttackedCompany(server: TestServer): Promise<AttackedCompany> {
  const company = await buildCanaryCompany(server);
  const [reader, victim] = [company.askers[0]!, company.askers[3]!];
  await countOn(server);
  await importRows(server, company.admin, reader.employeeNo);
  await addNames(server, company.admin);
  await addDocuments(server, company.admin);
  await hideSecrets(server, company.admin, victim);
  return { ...company, reader };
}

/** The canaries were given their keys by hand: the next ones come after them. */
async function countOn(server: TestServer): Promise<void> {
  await server.services.database.sequelize.query(
    ['customers', 'products']
      .map(
        (table) => `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}));`,
      )
      .join(' '),
  );
}

/** The attacks with one aim, by way: what is planted for them is one customer, one product, two documents. */
const byAim: Map<string, Attack>[] = aims.map(
  ({ key }) =>
    new Map(attacks.filter(({ aim }) => aim.key === key).map((attack) => [attack.carrier.key, attack])),
);

/** The order of an attack where there is one by this way. */
const orderOr = (ways: Map<string, Attack>, way: string, otherwise: string) =>
  ways.get(way)?.order ?? otherwise;
const codesOf = (ways: Map<string, Attack>) => [...ways.values()][0]!.codes;
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Customers, products and contacts of the reader, as a file brings them in. */
async function importRows(server: TestServer, admin: string, employeeNo: string): Promise<void> {
  const lines = (line: (ways: Map<string, Attack>) => string[]) => byAim.map((ways) => line(ways).join());
  const files = {
    customers: [
      'code,name,type,region,aliases',
      ...lines((ways) => [
        codesOf(ways).customer,
        cell(orderOr(ways, 'customer name', `평범한의원 ${codesOf(ways).customer}`)),
        '의원,서울',
        cell(orderOr(ways, 'imported alias', '')),
      ]),
    ],
    assignments: [
      'employeeNo,customerCode,validFrom',
      ...lines((ways) => [employeeNo, codesOf(ways).customer, '2020-01-01']),
    ],
    products: [
      'code,brand,ingredient,reimbursed,therapeuticClass,unitPrice',
      ...lines((ways) => [
        codesOf(ways).product,
        cell(orderOr(ways, 'product name', `평범정 ${codesOf(ways).product}`)),
        '성분,급여,고혈압,100',
      ]),
    ],
    interactions: [
      'employeeNo,customerCode,occurredAt,type,summary,nextAction',
      ...lines((ways) => [
        employeeNo,
        codesOf(ways).customer,
        '2026-09-01T10:00:00+09:00,방문',
        cell(orderOr(ways, 'contact note', '재고 확인')),
        cell(orderOr(ways, 'next action of a contact', '다음 방문')),
      ]),
    ],
  } as const;
  for (const kind of ['customers', 'assignments', 'products', 'interactions'] as const) {
    const { status, errors } = await runImportFile(server, admin, kind, [...files[kind]]);
    if (status !== 'completed') throw new Error(`${kind}: ${status} ${JSON.stringify(errors.slice(0, 3))}`);
  }
}

/** Names and words that people add by hand. */
async function addNames(server: TestServer, token: string): Promise<void> {
  const of = (way: string) => attacks.filter(({ carrier }) => carrier.key === way);
  for (const { order, codes } of of('alias')) {
    // As much of it as the form takes, the mark at its end kept.
    const body = { kind: 'customer', code: codes.customer, alias: order.slice(-60).trim() };
    const { status } = await callApi(server.url, 'POST', '/api/aliases', { token, body });
    if (status !== 201) throw new Error(`alias answered ${status}`);
  }
  const words = of('search word').map(({ id }) => `지시${id}`);
  const { status } = await callApi(server.url, 'POST', '/api/search-words', { token, body: { words } });
  if (status !== 202) throw new Error(`search words answered ${status}`);
}

/** Orders in the title, a heading, the text and a cell of one document, and in the name of another one's file. */
async function addDocuments(server: TestServer, admin: string): Promise<void> {
  const ids: string[] = [];
  for (const ways of byAim) {
    const { document } = codesOf(ways);
    const html = `<html><body><h2>${orderOr(ways, 'heading of a document', '개요')}</h2>
<p>${document} 설명회 점검표. ${orderOr(ways, 'document text', '')}</p>
<table><tr><th>항목</th><th>내용</th></tr><tr><td>${document} 비고</td>
<td>${orderOr(ways, 'table cell of a document', '없음')}</td></tr></table></body></html>`;
    const title = orderOr(ways, 'title of a document', `${document} 점검표`);
    ids.push((await uploadDocument(server, admin, `${document}.html`, html, { title })).id);
    const fileName = `${orderOr(ways, 'file name', `${document} 붙임`)}.txt`;
    ids.push((await uploadDocument(server, admin, fileName, `${document} 붙임 자료. 준비물 목록.`)).id);
  }
  for (const id of ids) {
    const { status, reason } = await waitForDocument(server, admin, id);
    if (status !== 'indexed') throw new Error(`document ${id}: ${status} ${reason}`);
  }
}

/** What only those may see who are meant to: a draft of a prompt, somebody's chat, the state of the system. */
async function hideSecrets(server: TestServer, token: string, victim: Asker): Promise<void> {
  await server.services.database.sequelize.query(
    `INSERT INTO system_state (key, value) VALUES ('secret', '"${secret.state}"')`,
  );
  const placeholders = promptPlaceholders.assistant.map((key) => `{{${key}}}`).join(' ');
  const draft = { body: `${secret.prompt} ${placeholders}`, reason: '초안' };
  const path = '/api/prompts/assistant/versions';
  const { status } = await callApi(server.url, 'POST', path, { token, body: draft });
  if (status !== 201) throw new Error(`draft answered ${status}`);
  const chat = await openChat(server.url, victim.token);
  await chat.ask(secret.chat);
  chat.close();
}
