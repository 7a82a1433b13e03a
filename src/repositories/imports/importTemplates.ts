import { Op, type Transaction } from 'sequelize';
import type { ImportTemplate } from '../../models/importTemplate';
import type { Models } from '../../models/models';
import type { ImportKind, TemplateLayout } from '../../shared/imports';

export interface TemplateRecord {
  id: number;
  name: string;
  kind: ImportKind;
  layout: TemplateLayout;
  createdAt: Date;
  updatedAt: Date;
}

/** How files of other companies are read. Names are unique. */
export function createImportTemplateRepository({ ImportTemplate: Template }: Models) {
  return {
    async list(options: { afterId: number; limit: number }): Promise<TemplateRecord[]> {
      const rows = await Template.findAll({
        where: { id: { [Op.gt]: options.afterId } },
        order: [['id', 'ASC']],
        limit: options.limit,
      });
      return rows.map(toRecord);
    },
    async findById(id: number): Promise<TemplateRecord | null> {
      const row = await Template.findByPk(id);
      return row && toRecord(row);
    },
    async findByName(name: string): Promise<TemplateRecord | null> {
      const row = await Template.findOne({ where: { name } });
      return row && toRecord(row);
    },
    /** @throws sequelize's UniqueConstraintError when the name is taken. */
    async create(
      template: Pick<TemplateRecord, 'name' | 'kind' | 'layout'> & { createdBy: number },
      transaction: Transaction,
    ): Promise<TemplateRecord> {
      return toRecord(await Template.create(template, { transaction, returning: true }));
    },
    /** @throws sequelize's UniqueConstraintError when the name is taken. */
    async change(
      id: number,
      changes: Partial<Pick<TemplateRecord, 'name' | 'layout'>>,
      transaction: Transaction,
    ): Promise<void> {
      await Template.update(changes, { where: { id }, transaction });
    },
    /** @returns false when there is none. */
    async remove(id: number, transaction: Transaction): Promise<boolean> {
      return (await Template.destroy({ where: { id }, transaction })) > 0;
    },
  };
}

function toRecord(row: ImportTemplate): TemplateRecord {
  return row.get({ plain: true });
}
