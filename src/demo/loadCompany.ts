import path from 'node:path';
import { hashPassword } from '../accounts/passwords';
import type { Repositories } from '../repositories/repositories';
import type { Role } from '../shared/people';
import { generateCompany, type Company } from './company/generateCompany';
import { readMasterData } from './company/readMasterData';
import { progressLine, type Report } from './progressLine';

export const samplesFolder = path.join(__dirname, '..', '..', 'samples');

/** Told to everybody on purpose: it opens made-up data, on the loopback address, outside production. */
export const demoPassword = 'narutalk-demo';

/** One of each kind of people; the demo has no admin, the set-up link makes one. */
export const demoPeople: { role: Role; email: string }[] = [
  { role: 'rep', email: 'rep.demo@narupharma.example' },
  { role: 'manager', email: 'manager.demo@narupharma.example' },
  { role: 'analyst', email: 'analyst.demo@narupharma.example' },
];

/** Fills empty tables with the sample company up to now: people, customers, products, and what was sold and done. */
export async function loadCompany(repositories: Repositories, report: Report): Promise<void> {
  const company = await companyUpToNow();
  await loadMasterData(company, repositories, report);
  await loadHistory(company, null, repositories, report);
}

/** Adds the days since the company was loaded, or last brought up. */
export async function bringCompanyUp(repositories: Repositories, report: Report): Promise<void> {
  const lastDay = await repositories.companyData.lastSaleDay();
  await loadHistory(await companyUpToNow(), lastDay, repositories, report);
}

async function companyUpToNow(): Promise<Company> {
  return generateCompany({
    until: new Date(),
    masterData: await readMasterData(path.join(samplesFolder, 'data')),
  });
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
  { companyData, performanceFreshness }: Repositories,
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
  await performanceFreshness.refresh();
  progress.done(`${rows.toLocaleString('en')} rows`);
}
