/** Those who wait, in an order that is fair between people: one question of each, then the second of each, and so on. */
export interface WaitingLine<Item extends { employeeId: number }> {
  add(item: Item): void;
  /** Does nothing when it does not wait any more. */
  remove(item: Item): void;
  /** Takes out whoever is next. */
  next(): Item | undefined;
  /** Everybody in the order in which they would be taken out, were nobody to come. */
  inOrder(): Item[];
  readonly size: number;
}

export function createWaitingLine<Item extends { employeeId: number }>(): WaitingLine<Item> {
  /** What each person waits for, oldest first; whoever was served last stands at the end. */
  const people = new Map<number, Item[]>();
  let size = 0;

  const put = (employeeId: number, items: Item[]) => {
    people.delete(employeeId);
    if (items.length > 0) people.set(employeeId, items);
  };

  return {
    add(item) {
      const items = people.get(item.employeeId);
      if (items) items.push(item);
      else people.set(item.employeeId, [item]);
      size += 1;
    },
    remove(item) {
      const items = people.get(item.employeeId);
      const at = items?.indexOf(item) ?? -1;
      if (!items || at < 0) return;
      items.splice(at, 1);
      if (items.length === 0) people.delete(item.employeeId);
      size -= 1;
    },
    next() {
      const [first] = people;
      if (!first) return undefined;
      const [employeeId, [item, ...others]] = first;
      put(employeeId, others);
      size -= 1;
      return item;
    },
    inOrder() {
      const order: Item[] = [];
      for (let round = 0; order.length < size; round += 1)
        for (const items of people.values()) if (items[round]) order.push(items[round]!);
      return order;
    },
    get size() {
      return size;
    },
  };
}
