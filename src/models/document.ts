import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { Audience, DocumentStatus } from '../shared/documents';

/** Reference documents: one row an upload. The original is in the file store under its SHA-256. */
export class Document extends Model<InferAttributes<Document>, InferCreationAttributes<Document>> {
  declare id: string;
  declare title: string;
  declare docType: CreationOptional<string>;
  declare fileName: string;
  declare mediaType: string;
  declare size: number;
  declare sha256: string;
  declare version: CreationOptional<number>;
  declare audience: CreationOptional<Audience>;
  declare productCodes: CreationOptional<string[]>;
  declare validFrom: CreationOptional<string | null>;
  declare validTo: CreationOptional<string | null>;
  declare approvedAt: CreationOptional<Date | null>;
  declare approvedBy: CreationOptional<number | null>;
  declare status: CreationOptional<DocumentStatus>;
  declare progress: CreationOptional<number>;
  declare reasonCode: CreationOptional<string | null>;
  declare pages: CreationOptional<number | null>;
  declare pagesWithoutText: CreationOptional<number[]>;
  declare uploadedBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare seriesId: string;
  declare indexedAt: CreationOptional<Date | null>;
  declare supersededAt: CreationOptional<Date | null>;
  declare runId: CreationOptional<string | null>;
  declare leaseUntil: CreationOptional<Date | null>;
  declare attempts: CreationOptional<number>;
  declare lastError: CreationOptional<string | null>;
  declare nextTryAt: CreationOptional<Date | null>;
}

/** `documents` on this connection. */
export function defineDocument(sequelize: Sequelize) {
  return class extends Document {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      title: { type: DataTypes.TEXT, allowNull: false },
      docType: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      fileName: { type: DataTypes.TEXT, allowNull: false },
      mediaType: { type: DataTypes.TEXT, allowNull: false },
      size: { type: DataTypes.BIGINT, allowNull: false },
      sha256: { type: DataTypes.TEXT, allowNull: false },
      version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      audience: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      productCodes: {
        type: DataTypes.ARRAY(DataTypes.TEXT),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      validFrom: DataTypes.DATEONLY,
      validTo: DataTypes.DATEONLY,
      approvedAt: DataTypes.DATE,
      approvedBy: DataTypes.INTEGER,
      status: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      progress: { type: DataTypes.SMALLINT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      reasonCode: DataTypes.TEXT,
      pages: DataTypes.INTEGER,
      pagesWithoutText: {
        type: DataTypes.ARRAY(DataTypes.INTEGER),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      uploadedBy: DataTypes.INTEGER,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      seriesId: { type: DataTypes.UUID, allowNull: false },
      indexedAt: DataTypes.DATE,
      supersededAt: DataTypes.DATE,
      runId: DataTypes.UUID,
      leaseUntil: DataTypes.DATE,
      attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      lastError: DataTypes.TEXT,
      nextTryAt: DataTypes.DATE,
    },
    { sequelize, modelName: 'Document', tableName: 'documents', underscored: true, timestamps: true },
  ) as typeof Document;
}
