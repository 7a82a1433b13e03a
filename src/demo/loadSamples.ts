import path from 'node:path';
import { hashPassword } from '../accounts/passwords';
import type { IngestionDependencies } from '../ingestion/dependencies';
import type { Repositories } from '../repositories/repositories';
import type { Role } from '../shared/people';
import { generateCompany, type Company } from './company/generateCompany';
import { readMasterData } from './company/readMasterData';
import { linkSampleDocuments } from './linkSampleDocuments';
import { loadSampleDocuments } from './loadSampleDocuments';
import { progressLine, type Report } from './progressLine';

export interface DemoSignIn {
  role: Role;
  email: string;
  password: string;
}

export const samplesFolder = path.join(__dirname, '..', '..', 'samples');

/** Told to everybody on purpose: it opens made-up data, on the loopback address, outside production. */
const demoPassword = 'narutalk-demo';

/** One of each kind of people; the demo has no admin, the set-up link makes one. */
const demoPeople: { role: Role; email: string }[] = [
  { role: 'rep', email: 'rep.demo@narupharma.example' },
  { role: 'manager', email: 'manager.demo@narupharma.example' },
  { role: 'analyst', email: 'analyst.demo@narupharma.example' },
];

const samplesFact = 'samples-loaded';

/**
 * Fills a demo installation with the sample company up to now. Every step adds only what is not there, so that a first
 * start that was cut off goes on, and a later one adds the days since.
 */
export async function loadSamples(
  { ingestion }: { ingestion: IngestionDependencies },
  report: Report,
): Promise<DemoSignIn[]> {
  const { repositories, database } = ingestion;
  const company = generateCompany({
    until: new Date(),
    masterData: await readMasterData(path.join(samplesFolder, 'data')),
  });
  if (!(await repositories.systemState.has(samplesFact))) {
    await loadMasterData(company, repositories, report);
    await loadHistory(company, null, repositories, report);
    await loadSampleDocuments(path.join(samplesFolder, 'documents'), ingestion, report);
    await linkSampleDocuments(null, repositories, report);
    await database.sequelize.transaction((transaction) =>
      repositories.systemState.claim(samplesFact, {}, transaction),
    );
  } else {
    const lastDay = await repositories.companyData.lastSaleDay();
    await loadHistory(company, lastDay, repositories, report);
    await linkSampleDocuments(lastDay, repositories, report);
  }
  return demoPeople.map((person) => ({ ...person, password: demoPassword }));
}

async function loadMasterData(
  company: Company,
  { people, companyData }: Repositories,
  report: Report,
): Promise<void> {
  const progress = progressLine(report, 'people, customers and products');
  const passwordHash = await hashPassword(demoPassword);
  const maySignIn = new Set(demoPeople.map(({ email }) => email));
  for (const employee of company.employees) {
    if (await people.findByEmployeeNo(employee.employeeNo)) continue;
    await people.create({
      ...employee,
      team: employee.team || null,
      passwordHash: maySignIn.has(employee.email) ? passwordHash : null,
    });
  }
  await companyData.addCustomers(company.customers);
  await companyData.addProducts(
    company.products.map((row) => ({ ...row, reimbursed: row.reimbursed === '급여' })),
  );
  await companyData.addAssignments(company.assignments);
  progress.done();
}

/** Sales, contacts and targets of the months from `since` on; null: of all. */
async function loadHistory(
  company: Company,
  since: string | null,
  { companyData }: Repositories,
  report: Report,
): Promise<void> {
  const months = company.months.filter((month) => since === null || month >= since.slice(0, 7));
  const progress = progressLine(report, 'sales and activities');
  let rows = 0;
  for (const { month, rows: sales } of company.salesRecords()) {
    if (!months.includes(month)) continue;
    await companyData.addSales(sales);
    rows += sales.length;
    progress.at(months.indexOf(month) / months.length);
  }
  for (const { month, rows: targets } of company.salesTargets()) {
    if (months.includes(month))
      await companyData.addTargets(targets.map((row) => ({ ...row, month: `${month}-01` })));
  }
  for (const { month, rows: interactions } of company.interactions()) {
    if (!months.includes(month)) continue;
    await companyData.addInteractions(interactions);
    rows += interactions.length;
  }
  await companyData.refreshPerformance();
  progress.done(`${rows.toLocaleString('en')} rows`);
}
