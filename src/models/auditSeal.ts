import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Chain over what was written: each seal names rows with their proofs and the seal before it, and is signed. */
export class AuditSeal extends Model<InferAttributes<AuditSeal>, InferCreationAttributes<AuditSeal>> {
  declare number: number;
  declare tableName: string;
  declare rowIds: string[];
  declare rowNumbers: number[];
  declare proofs: string[];
  declare upTo: number;
  declare missing: unknown;
  declare previousHash: CreationOptional<string | null>;
  declare hash: string;
  declare keyId: string;
  declare signature: string;
  declare sealedAt: Date;
  declare kind: CreationOptional<string | null>;
  declare rowsFrom: CreationOptional<Date | null>;
  declare rowsTo: CreationOptional<Date | null>;
  declare retiredAt: CreationOptional<Date | null>;
  declare stubKeyId: CreationOptional<string | null>;
  declare stubSignature: CreationOptional<string | null>;
}

/** `audit_seals` on this connection. */
export function defineAuditSeal(sequelize: Sequelize) {
  return class extends AuditSeal {}.init(
    {
      number: { type: DataTypes.BIGINT, primaryKey: true },
      tableName: { type: DataTypes.TEXT, allowNull: false },
      rowIds: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
      rowNumbers: { type: DataTypes.ARRAY(DataTypes.BIGINT), allowNull: false },
      proofs: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
      upTo: { type: DataTypes.BIGINT, allowNull: false },
      missing: { type: DataTypes.JSONB, allowNull: false },
      previousHash: DataTypes.TEXT,
      hash: { type: DataTypes.TEXT, allowNull: false },
      keyId: { type: DataTypes.TEXT, allowNull: false },
      signature: { type: DataTypes.TEXT, allowNull: false },
      sealedAt: { type: DataTypes.DATE, allowNull: false },
      kind: DataTypes.TEXT,
      rowsFrom: DataTypes.DATE,
      rowsTo: DataTypes.DATE,
      retiredAt: DataTypes.DATE,
      stubKeyId: DataTypes.TEXT,
      stubSignature: DataTypes.TEXT,
    },
    { sequelize, modelName: 'AuditSeal', tableName: 'audit_seals', underscored: true, timestamps: false },
  ) as typeof AuditSeal;
}
