import type { Customer } from './types';

/** Which sales team looks after which districts. */
const TEAM_OF_REGION: Record<string, string> = {
  ...regionsOf('서울1팀', '서울', ['강남구', '서초구', '송파구', '강동구', '관악구', '동작구', '영등포구']),
  ...regionsOf('서울2팀', '서울', ['종로구', '중구', '마포구', '은평구', '성북구', '노원구', '광진구']),
  ...regionsOf('경기팀', '경기', ['성남시', '수원시', '용인시', '고양시', '안양시', '부천시', '화성시']),
};

/** The team of a customer's district; a district without a team is a mistake in the sample data. */
export function teamOf(customer: Customer): string {
  const team = TEAM_OF_REGION[customer.region];
  if (team === undefined) throw new Error(`no sales team for ${customer.region} (customer ${customer.code})`);
  return team;
}

function regionsOf(team: string, province: string, districts: string[]): Record<string, string> {
  return Object.fromEntries(districts.map((district) => [`${province} ${district}`, team]));
}
