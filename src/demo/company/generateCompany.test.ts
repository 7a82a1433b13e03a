import path from 'node:path';
import { generateCompany, type Company } from './generateCompany';
import { readMasterData } from './readMasterData';
import type { Assignment, Interaction, MasterData, MonthOf, SalesRecord, SalesTarget } from './types';

const SAMPLES = path.join(__dirname, '../../../samples/data');
/** A Monday morning in Korea, so the last month is cut within a working day. */
const NOW = new Date('2026-11-23T10:30:00+09:00');

let masterData: MasterData;
let company: Company;
let sales: SalesRecord[];
let interactions: Interaction[];
let targets: SalesTarget[];

beforeAll(async () => {
  masterData = await readMasterData(SAMPLES);
  company = generateCompany({ until: NOW, masterData });
  sales = allRows(company.salesRecords());
  interactions = allRows(company.interactions());
  targets = allRows(company.salesTargets());
});

describe('size', () => {
  test('has 24 months up to the one asked for', () => {
    expect(company.months).toHaveLength(24);
    expect([company.months[0], company.months.at(-1)]).toEqual(['2024-12', '2026-11']);
  });

  test('has the tables a demonstration needs', () => {
    expect(masterData.customers).toHaveLength(300);
    expect(masterData.products).toHaveLength(40);
    expect(repNos(masterData)).toHaveLength(12);
    expect(sales.length).toBeGreaterThan(100_000);
    expect(interactions.length).toBeGreaterThan(8_000);
    expect(new Set(targets.map(({ month }) => month)).size).toBe(24);
  });

  test('still has them on the first day of a month, when the last one is nearly empty', () => {
    const firstOfMonth = generateCompany({ until: new Date('2026-11-01T09:00:00+09:00'), masterData });
    expect(allRows(firstOfMonth.salesRecords()).length).toBeGreaterThan(100_000);
    expect(allRows(firstOfMonth.interactions()).length).toBeGreaterThan(8_000);
  });

  test('gives each rep 20 to 30 customers today, and a history of hand-overs', () => {
    const today = company.assignments.filter(({ validTo }) => validTo === null);
    for (const employeeNo of repNos(masterData)) {
      const own = today.filter((assignment) => assignment.employeeNo === employeeNo);
      expect(own.length).toBeGreaterThanOrEqual(20);
      expect(own.length).toBeLessThanOrEqual(30);
    }
    expect(company.assignments.filter(({ validTo }) => validTo !== null).length).toBeGreaterThan(50);
  });

  test('stops at the instant asked for', () => {
    expect(latest(sales.map(({ soldOn }) => soldOn))).toBe('2026-11-23');
    expect(latest(interactions.map(({ occurredAt }) => occurredAt)) <= '2026-11-23T10:30:00+09:00').toBe(
      true,
    );
  });

  test('refuses a day before the company had a history', () => {
    expect(() => generateCompany({ until: new Date('2021-11-30'), masterData })).toThrow(RangeError);
  });
});

describe('the same day has the same rows, whatever the last day is', () => {
  let later: Company;
  beforeAll(() => {
    later = generateCompany({ until: new Date('2027-02-10T18:00:00+09:00'), masterData });
  });

  test('sales', () => {
    const shared = allRows(later.salesRecords()).filter(({ soldOn }) => soldOn <= '2026-11-23');
    expectSameRows(
      shared,
      sales.filter(({ soldOn }) => soldOn >= '2025-03-01'),
    );
  });

  test('interactions', () => {
    const shared = allRows(later.interactions()).filter(
      ({ occurredAt }) => Date.parse(occurredAt) <= NOW.getTime(),
    );
    expectSameRows(
      shared,
      interactions.filter(({ occurredAt }) => occurredAt >= '2025-03-01'),
    );
  });

  test('targets', () => {
    const shared = allRows(later.salesTargets()).filter(({ month }) => month <= '2026-11');
    expectSameRows(
      shared,
      targets.filter(({ month }) => month >= '2025-03'),
    );
  });
});

describe('integrity', () => {
  test('the natural keys are unique', () => {
    const salesKeys = sales.map((row) =>
      [row.soldOn, row.employeeNo, row.customerCode, row.productCode, row.lineNo].join(),
    );
    const interactionKeys = interactions.map((row) => [row.employeeNo, row.occurredAt].join());
    const targetKeys = targets.map((row) => [row.month, row.employeeNo, row.productCode].join());
    for (const keys of [salesKeys, interactionKeys, targetKeys]) expect(new Set(keys).size).toBe(keys.length);
  });

  test('every code is one of the tables', () => {
    const customers = new Set(masterData.customers.map(({ code }) => code));
    const products = new Set(masterData.products.map(({ code }) => code));
    const reps = new Set(repNos(masterData));
    const known = (row: { employeeNo: string; customerCode?: string; productCode?: string }) =>
      reps.has(row.employeeNo) &&
      (row.customerCode === undefined || customers.has(row.customerCode)) &&
      (row.productCode === undefined || products.has(row.productCode));
    expectNone([...sales, ...interactions, ...targets, ...company.assignments].filter((row) => !known(row)));
    expectNone(
      interactions.flatMap(({ productCodes }) => productCodes).filter((code) => !products.has(code)),
    );
  });

  test('quantities and amounts are whole, positive and at most 3 % below list price', () => {
    const prices = new Map(masterData.products.map(({ code, unitPrice }) => [code, unitPrice]));
    const wrong = sales.filter(({ productCode, quantity, amount }) => {
      const listAmount = quantity * prices.get(productCode)!;
      const whole = Number.isInteger(quantity) && Number.isInteger(amount);
      return !whole || quantity <= 0 || amount > listAmount || amount < Math.floor(listAmount * 0.97);
    });
    expectNone(wrong);
    expectNone(targets.filter(({ amount }) => !Number.isInteger(amount) || amount <= 0));
  });

  test('a customer has one rep at a time', () => {
    const history = company.assignments.toSorted((left, right) =>
      left.validFrom.localeCompare(right.validFrom),
    );
    const overlapping = history.filter((span, index) => {
      const next = history.slice(index + 1).find(({ customerCode }) => customerCode === span.customerCode);
      return next !== undefined && (span.validTo === null || span.validTo >= next.validFrom);
    });
    expectNone(overlapping);
  });

  test('sales and interactions belong to the rep of the day', () => {
    const byCustomer = new Map<string, Assignment[]>();
    for (const span of company.assignments) {
      byCustomer.set(span.customerCode, [...(byCustomer.get(span.customerCode) ?? []), span]);
    }
    const isAssigned = (employeeNo: string, customerCode: string, day: string) =>
      (byCustomer.get(customerCode) ?? []).some(
        (span) =>
          span.employeeNo === employeeNo &&
          span.validFrom <= day &&
          (span.validTo === null || span.validTo >= day),
      );
    expectNone(sales.filter((row) => !isAssigned(row.employeeNo, row.customerCode, row.soldOn)));
    expectNone(
      interactions.filter(
        (row) => !isAssigned(row.employeeNo, row.customerCode, row.occurredAt.slice(0, 10)),
      ),
    );
  });

  test('no placeholder is left in a note', () => {
    const texts = interactions.flatMap(({ summary, nextAction }) => [summary, nextAction]);
    expectNone(texts.filter((text) => text === '' || /[{}]|undefined/.test(text)));
    expect(new Set(interactions.map(({ summary }) => summary)).size).toBeGreaterThan(
      interactions.length * 0.6,
    );
  });
});

describe('what happened', () => {
  test('nothing is sold on Sundays and on New Year by the moon', () => {
    expectNone(sales.filter(({ soldOn }) => new Date(soldOn).getUTCDay() === 0));
    expectNone(sales.filter(({ soldOn }) => soldOn === '2026-02-17'));
  });

  test('나루다파엠서방정 begins on 3 March 2026 and climbs', () => {
    const launched = sales.filter(({ productCode }) => productCode === '067200060');
    expect(earliest(launched.map(({ soldOn }) => soldOn)) >= '2026-03-03').toBe(true);
    expect(amountIn(launched, '2026-10')).toBeGreaterThan(2 * amountIn(launched, '2026-03'));
  });

  test('나루목사클정 is short in November 2025', () => {
    const antibiotic = sales.filter(({ productCode }) => productCode === '067700010');
    expect(amountIn(antibiotic, '2025-11')).toBeLessThan(0.3 * amountIn(antibiotic, '2025-09'));
  });

  test('푸른들종합병원 stops at the end of May 2026 and has no rep since July', () => {
    const hospital = sales.filter(({ customerCode }) => customerCode === '91210001');
    expect(amountIn(hospital, '2026-05')).toBeGreaterThan(0);
    expect(latest(hospital.map(({ soldOn }) => soldOn)) <= '2026-05-29').toBe(true);
    const ends = company.assignments.filter(({ customerCode }) => customerCode === '91210001');
    expect(ends.map(({ validTo }) => validTo)).toEqual(['2026-06-29']);
  });

  test('targets are within reach: the whole company is between 85 and 115 % in every full month', () => {
    for (const month of company.months.slice(0, -1)) {
      const target = targets
        .filter((row) => row.month === month)
        .reduce((sum, { amount }) => sum + amount, 0);
      expect(amountIn(sales, month) / target).toBeGreaterThan(0.85);
      expect(amountIn(sales, month) / target).toBeLessThan(1.15);
    }
  });
});

/** Compares row by row: a difference between two lists this long would take minutes to print. */
function expectSameRows(actual: object[], expected: object[]): void {
  expect(actual.length).toBe(expected.length);
  const differing = actual.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(expected[index]));
  expect(actual[differing]).toEqual(expected[differing]);
}

/** Fails with the first few of the rows that should not be there. */
function expectNone(rows: unknown[]): void {
  expect(rows.slice(0, 3)).toEqual([]);
}

function allRows<Row>(months: Iterable<MonthOf<Row>>): Row[] {
  return [...months].flatMap(({ rows }) => rows);
}

function repNos({ employees }: MasterData): string[] {
  return employees.filter(({ role }) => role === 'rep').map(({ employeeNo }) => employeeNo);
}

function amountIn(rows: SalesRecord[], month: string): number {
  return rows.filter(({ soldOn }) => soldOn.startsWith(month)).reduce((sum, { amount }) => sum + amount, 0);
}

function latest(texts: string[]): string {
  return texts.reduce((best, text) => (text > best ? text : best));
}

function earliest(texts: string[]): string {
  return texts.reduce((best, text) => (text < best ? text : best));
}
