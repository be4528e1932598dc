import { z } from 'zod';

const line = z
  .string()
  .regex(/\S/)
  .regex(/^[^\n]*$/);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What may be used: 姓名 name, 肖像 portrait, 声音 voice, 事迹 story. */
export const SCOPES = ['name', 'portrait', 'voice', 'story'] as const;
export type Scope = (typeof SCOPES)[number];

/** Where: 网站 site, 微信公众号 wechat, 媒体 press. */
export const CHANNELS = ['site', 'wechat', 'press'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What a child's guardian has to be told (儿童个人信息网络保护规定 art. 10): 目的 purpose, 范围 scope, 存储地点和期限
 * storage, 安全措施 safety, 投诉渠道 complaint, 更正和删除的办法 deletion.
 */
export const TOLD = ['purpose', 'scope', 'storage', 'safety', 'complaint', 'deletion'] as const;

/** `consents/<id>.yaml` in the records folder: one paper someone signed. Never ships. */
export const consentSchema = z.strictObject({
  /** Id of the person (`people/<id>.yaml`). */
  person: id,
  scope: z.array(z.enum(SCOPES)).min(1),
  channels: z.array(z.enum(CHANNELS)).min(1),
  /** The day it was signed. */
  signed: z.iso.date(),
  /** The last day on which it holds. */
  until: z.iso.date(),
  /** Who signed for a minor. */
  guardian: z.strictObject({ name: line, relation: line }).optional(),
  /** Who signed for someone who died: next of kin, with their relation. */
  kin: z
    .strictObject({
      name: line,
      relation: line,
      /** That neither spouse nor children nor parents are left, where someone else signed. */
      none_closer: z.boolean().optional(),
    })
    .optional(),
  /** What the guardian was told. */
  told: z.array(z.enum(TOLD)).optional(),
  /** Whether they were told that they may refuse. */
  refusal_offered: z.boolean().optional(),
  /** 单独同意: on a paper of its own, not among other agreements. */
  separate: z.boolean().optional(),
  /** Where the paper lies. */
  paper: line,
  /** 撤回: the day from which it does not hold any more. */
  withdrawn: z.iso.date().optional(),
});

/** A consent with its id. */
export type Consent = z.output<typeof consentSchema> & { readonly id: string; readonly sample: boolean };
