import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const source = path.join(__dirname, '..', '..', '..', 'web', 'routes.tsx');

/**
 * Every address of the client, from the table of its router: a page that is added there is walked without being named here.
 * Keys stand as they do in the table: `/customers/:code`.
 */
export function everyAddress(): string[] {
  const file = ts.createSourceFile(source, readFileSync(source, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  collect(file, '/');
  if (found.size === 0) throw new Error(`no address is read from ${source}`);
  return [...found].sort();

  function collect(node: ts.Node, above: string): void {
    const own = ts.isObjectLiteralExpression(node) ? ownPart(node) : pathOfPage(node);
    const address = own === undefined ? above : path.posix.join(above, own);
    if (own !== undefined && own !== '*') found.add(address);
    ts.forEachChild(node, (child) => collect(child, address));
  }
}

/** What one entry of the table adds to the address; the index of a parent adds nothing. */
function ownPart(entry: ts.ObjectLiteralExpression): string | undefined {
  for (const property of entry.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const name = property.name.getText();
    if (name === 'index') return '';
    if (name === 'path' && ts.isStringLiteral(property.initializer)) return property.initializer.text;
  }
  return undefined;
}

/** What `page('documents', …)` of the table adds. */
function pathOfPage(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'page') return undefined;
  const [first] = node.arguments;
  return first && ts.isStringLiteral(first) ? first.text : undefined;
}

/** The entry of the table that an address belongs to; the address itself where it has none. */
export function kindOf(address: string, table: string[]): string {
  const parts = address.split(/[?#]/)[0]!.split('/');
  const fits = (entry: string) => {
    const wanted = entry.split('/');
    return (
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
    );
  };
  return table.find((entry) => entry === parts.join('/')) ?? table.find(fits) ?? parts.join('/');
}
