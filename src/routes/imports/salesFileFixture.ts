import exceljs from 'exceljs';

/** The header of a plain file of sales. */
export const header = 'soldOn,employeeNo,customerCode,productCode,quantity,amount';
/** A row of sales of the company that `importCompany` makes, right but for what is changed. */
export const line = (
  changes: Partial<Record<'day' | 'who' | 'customer' | 'product' | 'quantity' | 'amount', string>>,
) => {
  const row = {
    day: '2026-09-01',
    who: 'E1',
    customer: 'C1',
    product: 'P1',
    quantity: '1',
    amount: '352',
    ...changes,
  };
  return Object.values(row)
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
};

/** An XLSX file. */
export async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Buffer<ArrayBuffer>> {
  const book = new exceljs.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
export const columns = header.split(',');
