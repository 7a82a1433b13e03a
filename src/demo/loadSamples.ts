import path from 'node:path';
import type { IngestionDependencies } from '../ingestion/dependencies';
import type { Role } from '../shared/people';
import { bringCompanyUp, demoPassword, demoPeople, loadCompany, samplesFolder } from './loadCompany';
import { linkSampleDocuments } from './linkSampleDocuments';
import { loadSampleDocuments } from './loadSampleDocuments';
import type { Report } from './progressLine';

export interface DemoSignIn {
  role: Role;
  email: string;
  password: string;
}

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
  if (!(await repositories.systemState.has(samplesFact))) {
    await loadCompany(repositories, report);
    await loadSampleDocuments(path.join(samplesFolder, 'documents'), ingestion, report);
    await linkSampleDocuments(null, repositories, report);
    await database.sequelize.transaction((transaction) =>
      repositories.systemState.claim(samplesFact, {}, transaction),
    );
  } else {
    const lastDay = await repositories.companyData.lastSaleDay();
    await bringCompanyUp(repositories, report);
    await linkSampleDocuments(lastDay, repositories, report);
  }
  return demoPeople.map((person) => ({ ...person, password: demoPassword }));
}
