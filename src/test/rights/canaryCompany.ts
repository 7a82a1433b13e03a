import type { Sequelize } from 'sequelize';
import type { Actor } from '../../policies/actor';
import { createAdmin, createPerson, type TestPerson } from '../people';
import { uploadDocument, waitForDocument } from '../documents';
import type { TestServer } from '../server';

/**
 * A company in which everything that is not everybody's says whose it is: the amounts of one group of rows are multiples of
 * a power of sixteen that no other group has, and names, notes and documents carry a mark of their owner. So whatever a
 * person gets to see tells by itself whether it was theirs to see.
 */
export interface CanaryCompany {
  admin: string;
  analyst: Asker;
  /** Six reps of three teams and their managers: everybody whose sight is limited. */
  askers: Asker[];
  customers: Customer[];
  documents: PrivateDocument[];
}

export interface Asker extends TestPerson {
  key: string;
  name: string;
  team: string;
  role: 'rep' | 'manager' | 'analyst';
  actor: Actor;
  /** Groups of rows this person may see. */
  groups: number[];
}

export interface Customer {
  code: string;
  name: string;
  alias: string;
  region: string;
  /** Rep that looks after it. */
  owner: string;
  /** Keys of the reps that may know it. */
  knownTo: string[];
}

/** A document for one person alone. */
export interface PrivateDocument {
  id: string;
  title: string;
  /** What only its text has. */
  mark: string;
  owner: string;
}

const reps = [
  { key: 'R1', name: '한가람', team: '서울1팀', customer: '가온내과의원' },
  { key: 'R2', name: '오세린', team: '서울1팀', customer: '나래소아과의원' },
  { key: 'R3', name: '배소율', team: '서울2팀', customer: '다솜정형외과의원' },
  { key: 'R4', name: '남도현', team: '서울2팀', customer: '라온피부과의원' },
  { key: 'R5', name: '진하람', team: '경기팀', customer: '마루이비인후과의원' },
  { key: 'R6', name: '류다온', team: '경기팀', customer: '바름안과의원' },
];
const managers = [
  { key: 'M1', name: '정해솔', team: '서울1팀' },
  { key: 'M2', name: '문가온', team: '서울2팀' },
  { key: 'M3', name: '양시온', team: '경기팀' },
];
/** Customers that another rep sold to before: the one who looks after them today sees those rows too. */
const handedOver = [
  { customer: '새벽종합병원', from: 'R3', to: 'R1' },
  { customer: '은하종합병원', from: 'R6', to: 'R4' },
];
/** Every rep has one of this name. */
const namesake = '한마음의원';

/** First power of sixteen that is used: smaller numbers are counts, years and the like. */
export const firstPower = 4;
/** Groups of rows: one a rep, and one a customer that was handed over. */
export const groupCount = reps.length + handedOver.length;
/** Rows a group has at most: sums of them stay one digit to the base of sixteen. */
export const maximumRows = 7;

/** Amount of each row of a group. */
export function amountOf(group: number): number {
  return 16 ** (firstPower + group);
}

/** What a note of a group is marked by. */
export function markOf(group: number): string {
  return `쪽지${'가나다라마바사아'[group]}${group}${group}`;
}

/** Fills a server that has no people yet. */
export async function buildCanaryCompany(server: TestServer): Promise<CanaryCompany> {
  const admin = await createAdmin(server);
  const ids = new Map<string, number>();
  const asker = async (
    person: { key: string; name: string; team: string },
    role: Asker['role'],
  ): Promise<Asker> => {
    const { key, name, team } = person;
    const registered = await createPerson(server, admin, { role, team, name, employeeNo: `NO-${key}` });
    ids.set(key, registered.id);
    const actor = await server.services.accounts.authenticate(registered.token);
    return { ...registered, key, name, team, role, actor, groups: groupsOf(person, role) };
  };
  const askers: Asker[] = [];
  for (const rep of reps) askers.push(await asker(rep, 'rep'));
  for (const manager of managers) askers.push(await asker(manager, 'manager'));
  const analyst = await asker({ key: 'A1', name: '구본영', team: '분석팀' }, 'analyst');
  const customers = customersOf();
  await insertRows(server.services.database.sequelize, customers, ids);
  const documents: PrivateDocument[] = [];
  for (const rep of reps) documents.push(await addDocument(server, admin, rep));
  return { admin, analyst, askers, customers, documents };
}

function groupsOf({ key, team }: { key: string; team: string }, role: Asker['role']): number[] {
  const seen = (rep: string) =>
    role === 'analyst' ||
    rep === key ||
    (role === 'manager' && reps.find((one) => one.key === rep)!.team === team);
  return [
    ...reps.flatMap((rep, group) => (seen(rep.key) ? [group] : [])),
    ...handedOver.flatMap(({ from, to }, at) => (seen(from) || seen(to) ? [reps.length + at] : [])),
  ];
}

function customersOf(): Customer[] {
  const customer = (name: string, owner: string, mark: string, also: string[] = []): Customer => ({
    code: `HC-${mark}`,
    name,
    alias: `단골${mark}`,
    region: `도${mark} 시${mark}`,
    owner,
    knownTo: [owner, ...also],
  });
  return [
    ...reps.map((rep) => customer(rep.customer, rep.key, `${rep.key}X`)),
    ...reps.map((rep) => customer(namesake, rep.key, `${rep.key}Y`)),
    ...handedOver.map(({ customer: name, from, to }) => customer(name, to, `${to}Z`, [from])),
  ];
}

async function insertRows(
  sequelize: Sequelize,
  customers: Customer[],
  ids: Map<string, number>,
): Promise<void> {
  const idOf = (key: string) => ids.get(key)!;
  const customerId = (name: string, owner: string) =>
    customers.findIndex((customer) => customer.name === name && customer.owner === owner) + 1;
  const month = (moved: number) => `(date_trunc('month', now()) + interval '${moved} months')::date`;
  const sale = (group: number, seller: string, customer: number, moved: number) =>
    `(${month(moved)}, ${idOf(seller)}, ${customer}, ${1 + (group % 2)}, 1, ${amountOf(group)})`;
  const note = (group: number, seller: string, customer: number, days: number) =>
    `(${idOf(seller)}, ${customer}, '방문', now() - interval '${days} days', '${markOf(group)} 논의.', '${markOf(group)} 준비')`;

  const ownRows = reps.map(({ key, customer }, group) => {
    const [main, other] = [customerId(customer, key), customerId(namesake, key)];
    return {
      sales: [
        sale(group, key, main, 0),
        sale(group, key, main, -1),
        sale(group, key, other, -1),
        sale(group, key, main, -12),
      ],
      notes: [note(group, key, main, 1), note(group, key, other, 20)],
    };
  });
  const earlierRows = handedOver.map(({ customer, from, to }, at) => {
    const [group, id] = [reps.length + at, customerId(customer, to)];
    return {
      sales: [sale(group, from, id, -1), sale(group, from, id, -12)],
      notes: [note(group, from, id, 40)],
    };
  });
  const all = [...ownRows, ...earlierRows];
  const assignments = customers.map(({ owner }, at) => `(${idOf(owner)}, ${at + 1}, '2020-01-01', NULL)`);
  const past = handedOver.map(
    ({ customer, from, to }) => `(${idOf(from)}, ${customerId(customer, to)}, '2018-01-01', '2019-12-31')`,
  );
  await sequelize.query(`
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
    (1, 'P01', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100),
    (2, 'P02', '나루피나정 1mg', '피나스테리드', false, '탈모', 1000);
    INSERT INTO customers (id, code, name, type, region, grade, aliases) VALUES
    ${customers.map(({ code, name, alias, region }, at) => `(${at + 1}, '${code}', '${name}', '의원', '${region}', 'A', '{${alias}}')`).join(',')};
    INSERT INTO assignment_map (employee_id, customer_id, valid_from, valid_to) VALUES ${[...assignments, ...past].join(',')};
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount) VALUES
    ${all.flatMap(({ sales }) => sales).join(',')};
    INSERT INTO sales_targets (month, employee_id, product_id, amount) VALUES
    ${reps.map(({ key }, group) => `(${month(0)}, ${idOf(key)}, 1, ${amountOf(group)})`).join(',')};
    INSERT INTO interaction_logs (employee_id, customer_id, type, occurred_at, summary, next_action) VALUES
    ${all.flatMap(({ notes }) => notes).join(',')};
    REFRESH MATERIALIZED VIEW customer_monthly_performance_mv;`);
}

async function addDocument(
  server: TestServer,
  admin: string,
  { key, customer }: (typeof reps)[number],
): Promise<PrivateDocument> {
  const title = `개인계획${key}문서`;
  const mark = `비밀약속${key}호`;
  const text = `${customer} 상담 계획. 이번 분기의 핵심은 ${mark} 이행이다. 견적은 별도로 보낸다.`;
  const audience = JSON.stringify({ employeeNos: [`NO-${key}`] });
  const { id } = await uploadDocument(server, admin, `${key}.txt`, text, { title, audience });
  const { status } = await waitForDocument(server, admin, id);
  if (status !== 'indexed') throw new Error(`document of ${key}: ${status}`);
  return { id, title, mark, owner: key };
}
