import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { TurnFilter } from '../shared/audit';
import type { ExportColumn, ExportFormat } from '../shared/auditExports';
import type { ExportStatus } from '../shared/auditExportUpdate';
import type { Language } from '../shared/problem';

/** Files of audited turns: who asked for which, why, and what became of it. */
export class AuditExport extends Model<InferAttributes<AuditExport>, InferCreationAttributes<AuditExport>> {
  declare id: string;
  declare askedBy: number;
  declare askedAt: Date;
  declare reason: string;
  declare filter: TurnFilter;
  declare format: ExportFormat;
  declare columns: ExportColumn[];
  declare trace: CreationOptional<boolean>;
  declare language: Language;
  declare status: CreationOptional<ExportStatus>;
  declare rows: CreationOptional<number>;
  declare expectedRows: CreationOptional<number | null>;
  declare cutCells: CreationOptional<number>;
  declare bytes: CreationOptional<number | null>;
  declare sha256: CreationOptional<string | null>;
  declare objectKey: CreationOptional<string | null>;
  declare finishedAt: CreationOptional<Date | null>;
  declare expiresAt: CreationOptional<Date | null>;
  declare errorCode: CreationOptional<string | null>;
  declare runId: CreationOptional<string | null>;
  declare leaseUntil: CreationOptional<Date | null>;
  declare attempts: CreationOptional<number>;
}

/** `audit_exports` on this connection. */
export function defineAuditExport(sequelize: Sequelize) {
  const usual = { allowNull: false, defaultValue: sequelize.literal('DEFAULT') };
  return class extends AuditExport {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      askedBy: { type: DataTypes.INTEGER, allowNull: false },
      askedAt: { type: DataTypes.DATE, allowNull: false },
      reason: { type: DataTypes.TEXT, allowNull: false },
      filter: { type: DataTypes.JSONB, allowNull: false },
      format: { type: DataTypes.TEXT, allowNull: false },
      columns: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
      trace: { type: DataTypes.BOOLEAN, ...usual },
      language: { type: DataTypes.TEXT, allowNull: false },
      status: { type: DataTypes.TEXT, ...usual },
      rows: { type: DataTypes.BIGINT, ...usual },
      expectedRows: DataTypes.BIGINT,
      cutCells: { type: DataTypes.BIGINT, ...usual },
      bytes: DataTypes.BIGINT,
      sha256: DataTypes.TEXT,
      objectKey: DataTypes.TEXT,
      finishedAt: DataTypes.DATE,
      expiresAt: DataTypes.DATE,
      errorCode: DataTypes.TEXT,
      runId: DataTypes.UUID,
      leaseUntil: DataTypes.DATE,
      attempts: { type: DataTypes.INTEGER, ...usual },
    },
    {
      sequelize,
      modelName: 'AuditExport',
      tableName: 'audit_exports',
      underscored: true,
      timestamps: false,
    },
  ) as typeof AuditExport;
}
