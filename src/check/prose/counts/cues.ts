import type { Programme } from '#domain/programme/programme.ts';
import { CHAIN, type CountedNoun } from './nouns.ts';
import { literal, RELATION } from './scope.ts';

/** How sure it is that a count speaks of the programme as a whole. */
export type Claim = 'whole' | 'related' | 'near' | 'none';

const HAVING = '(?:的|是|分为|分成|分|有|为|达|列了?|列出了?|安排了?|以下|下列|如下)*';
const WHOLE = new RegExp(`(?:一共|总共|共计|共有|共|全部|全体|所有|合计|总计)${HAVING}$`, 'u');
/** What a document does with the things it names. */
const LISTING = new RegExp(
  `(?:分为|分成|分|归为|归入|归在|归成|列出了?|列了|列有|列入|列着|写了|写着|写明|安排了?|部署了?|明确了?|确定了?|确立了?|规定了?|提出了?|包括了?|包含了?|涵盖了?|覆盖了?|涉及|附有|附了|附着?|后?附|带了?|带着|带有|跟着|配有|配了|收有|收了|后面|后头|设有|设了|载有|推出了?)${HAVING}$`,
  'u',
);
const RELATED_BEFORE = new RegExp(
  `${RELATION}(?:帮扶|援助|支援|协作)?(?:的|了|着|到|西藏|起)*$|配合(?:部门|单位|方)[^，。；]{0,16}$`,
  'u',
);
const RELATED_AFTER = new RegExp(
  `^(?:的?团委|的?团组织|共青团|团市委)?(?:[^，。；：、！？]{0,10}?)(?:${RELATION}|承担|负责|配合)`,
  'u',
);
const ALL_AFTER =
  /^(?:都|全部|全都|一起)?(?:被)?(?:在内|在列|榜上有名|(?:列|写|编|纳|收)(?:进|入|在)了?(?:这份)?(?:附件|方案|通知|名单|结对))/u;
/** 学校的方案, 市里的通知: another document. */
export const OTHER_DOCUMENT =
  /(?:学校|学院|[县市乡镇村班校]里|公司|另一份|另一个|别的|其他|上级|有关|相关|本地|当地|自己)(?:自己)?的?(?:实施)?(?:方案|通知|文件)|(?:团市委|团县委|市|县)(?:的|自己的|出台的|制定的|印发的)(?:[^，。；]{0,6})(?:方案|通知|文件)/u;

/** Judges from the words around a count whether it speaks of the whole. */
export function claimReader({ site, document }: Programme) {
  const documents = `(?:方案|通知|文件|附件\\d?|${literal(document.short)}|${literal(site.name)})`;
  const OF_DOCUMENT = new RegExp(`${documents}》?(?:里面|里|中|上|内|当中)?(?:的|有|一共|共|总共|共有|这|全部)*$`, 'u');
  const DOCUMENT = new RegExp(documents, 'u');
  const TOPIC = new RegExp(`${documents}|援藏|${RELATION}`, 'u');
  // 全省共有14个市: all that there are, not only those of the programme.
  const everywhere = [site.from, site.to, site.to.slice(-2)].map(literal).join('|');
  const ALL_THERE_ARE = new RegExp(
    `(?:全省|全区|全国|全市|全县|自治区|${everywhere})[省市]?(?:现|共|下|所|总共|一共|总)*(?:有|辖|设有?)`,
    'u',
  );
  return {
    topical: (text: string) => TOPIC.test(text),
    ofDocument: (text: string) => DOCUMENT.test(text) && !OTHER_DOCUMENT.test(text),
    otherDocument: (text: string) => OTHER_DOCUMENT.test(text),
    claimOf(before: string, clause: string, after: string, sentence: string, noun: CountedNoun): Claim {
      const related = new RegExp(RELATION, 'u').test(noun.modifier) || RELATED_AFTER.test(after);
      if (ALL_THERE_ARE.test(clause) && !related && !/援藏|参与/.test(after) && !ALL_AFTER.test(after)) return 'none';
      let lead = before;
      for (let i = 0; i < 5 && CHAIN.test(lead.slice(-60)); i++)
        lead = lead.slice(0, -60) + lead.slice(-60).replace(CHAIN, '');
      const leads = [before, lead];
      const said = (cue: RegExp) => leads.some((text) => cue.test(text.slice(-40)));
      const topical = TOPIC.test(sentence) || noun.kind === 'lines';
      const ofThings = ['cities', 'counties', 'townships'].includes(noun.kind);
      // 方案里的两个项目: two of them.
      if (said(OF_DOCUMENT)) return /[里中上]的$/u.test(before) ? 'related' : 'whole';
      if (topical && (said(WHOLE) || (DOCUMENT.test(sentence) && said(LISTING)) || ALL_AFTER.test(after)))
        return 'whole';
      if (noun.inverted && topical) return 'whole';
      if (said(WHOLE) && ['townships', 'projects'].includes(noun.kind)) return 'near';
      if (ofThings && (related || said(RELATED_BEFORE))) return 'related';
      return TOPIC.test(clause) || (said(/这$/u) && topical) ? 'near' : 'none';
    },
  };
}
