import { AppError } from '../errors';
import { readerPrincipals } from '../policies/documentAccess';
import { mayReadNow } from '../policies/readableDocument';
import type { Repositories } from '../repositories/repositories';
import type { ProductSheetDto } from '../shared/statistics';
import { figuresFor, readFor, todayOf, type Reader, type StatisticsParts } from './context';
import { daysOf, monthsOf, usualTrendMonths } from './months';

const shownCustomers = 10;
/** Documents of one product: more than any has. */
const maximumDocuments = 100;

type Product = ProductSheetDto['product'];

/**
 * What the reader may know of a product: its data, a year of sales as far as the reader may see them, who buys most of it,
 * and the documents about it.
 * @throws AppError `not_found`
 */
export async function readProductSheet(
  code: string,
  reader: Reader,
  parts: StatisticsParts & { repositories: Repositories },
): Promise<ProductSheetDto> {
  const today = todayOf(reader);
  const period = daysOf(monthsOf({}, today, usualTrendMonths), today);
  const product = await readFor(reader, parts, async (query) => {
    const { rows } = await query(
      `SELECT code, brand, ingredient, reimbursed, therapeutic_class AS "therapeuticClass", unit_price AS "unitPrice",
              active FROM products WHERE code = $1`,
      [code],
    );
    return rows[0] as Product | undefined;
  });
  if (!product) throw new AppError('not_found');
  const base = { period, filters: { products: [code] }, metrics: ['amount' as const, 'quantity' as const] };
  const sales = (query: object) =>
    figuresFor({ subject: 'sales', query: { ...base, ...query } }, reader, parts);
  const [total, trend, customers] = [
    await sales({}),
    await sales({ dimensions: ['month'] }),
    await sales({ dimensions: ['customer'], limit: shownCustomers }),
  ];
  const { scope, definition } = total.table;
  return {
    ...{ scope, definition, period, asOf: today },
    freshness: await parts.freshness(),
    product,
    amount: Number(total.table.rows[0]?.amount ?? 0),
    quantity: Number(total.table.rows[0]?.quantity ?? 0),
    trend: trend.table,
    customers: customers.table,
    documents: await readDocuments(code, today, reader, parts.repositories),
  };
}

/** Documents about the product that stand today; superseded ones are left to the answers that cite them. */
async function readDocuments(
  productCode: string,
  today: string,
  { actor }: Reader,
  { documents }: Repositories,
): Promise<ProductSheetDto['documents']> {
  const principals = readerPrincipals(actor);
  const found = await documents.list({
    productCode,
    limit: maximumDocuments,
    readableBy: principals ? { principals, today } : undefined,
  });
  const isShown = (document: (typeof found)[number]) =>
    document.supersededAt === null && document.indexedAt !== null && mayReadNow(actor, document, today);
  return found
    .filter(isShown)
    .map(({ id, title, docType, validFrom, validTo }) => ({ id, title, docType, validFrom, validTo }));
}
