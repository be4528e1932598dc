import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { isAnybodyTold } from '#domain/stories/people.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { publisherWords } from '#format/publisher.ts';
import type { FeedFormat } from '#format/routes.ts';
import { extentWords } from '#format/status.ts';
import { build, routes } from './programme.ts';

/** Pictures of the mark: the one that a phone puts on its home screen, and the two that a manifest must have. */
export const ICONS = [
  { name: 'apple-touch-icon', side: 180 },
  { name: 'icon-192', side: 192 },
  { name: 'icon-512', side: 512 },
] as const;

/** A link in the head of a page to what machines read. */
export interface MachineLink {
  readonly rel: string;
  readonly type: string;
  readonly title: string | null;
  readonly href: string;
}

/** What header and footer of every page show. */
export interface SiteView {
  readonly name: string;
  /** 主办：… or 建设单位待定. */
  readonly publisher: string;
  /** Who gets what is sent here, as it stands in a sentence. */
  readonly receiver: string;
  /** How to reach them; that it is not known yet where nobody has said. */
  readonly sendTo: string;
  readonly description: string;
  /** 内容依据《…》（…印发）. */
  readonly basis: string;
  readonly contact: readonly string[];
  readonly filings: readonly { text: string; href: string | null }[];
  readonly menu: readonly { key: string; label: string; href: string }[];
  readonly footer: readonly { label: string; href: string }[];
  /** The page of the search, where the form of every header leads. */
  readonly search: string;
  readonly home: string;
  readonly favicon: string;
  readonly touchIcon: string;
  readonly manifest: string;
  readonly icons: readonly { src: string; sizes: string; type: string }[];
  readonly machines: readonly MachineLink[];
  /** Who answers for the site, where that is confirmed. */
  readonly confirmed: string | null;
  /** True in the preview build: every page says so and is noindex. */
  readonly samples: boolean;
}

/** The links to one feed in both its forms. */
export const feedLinks = (title: string, href: (format: FeedFormat) => string): MachineLink[] => [
  { rel: 'alternate', type: 'application/rss+xml', title, href: href('xml') },
  { rel: 'alternate', type: 'application/feed+json', title, href: href('json') },
];

let shown: Promise<SiteView> | undefined;

/** The same on every page of a build, where it is put together once; afresh at each request of the live preview. */
export function siteView(): Promise<SiteView> {
  if (import.meta.env.DEV) return view();
  shown ??= view();
  return shown;
}

async function view(): Promise<SiteView> {
  const { programme, samples, now } = await build();
  const { site, document } = programme;
  const { contact, filings } = site;
  const publisher = confirmedPublisher(site, dayInChina(now));
  const filled = (label: string, value: string | null) => (value ? [`${label}：${value}`] : []);
  const reached = [
    ...filled('邮箱', contact.email),
    ...filled('电话', contact.phone),
    ...filled('地址', contact.address),
  ];
  const somebody = isAnybodyTold(programme.content.stories);
  return {
    name: site.name,
    publisher: publisherWords(site, dayInChina(now)),
    receiver: publisher === null ? '本站的建设单位（待定）' : `主办单位（${publisher}）`,
    sendTo: reached.join('　') || `▭ 收稿的联系方式待${publisher === null ? '建设单位确定以后' : '主办单位'}公布`,
    description: site.description,
    basis: `内容依据《${document.plan_title}》（${longDate(document.date)}${programme.words.issued}）`,
    contact: reached,
    filings: [
      ...(filings.icp ? [{ text: filings.icp, href: 'https://beian.miit.gov.cn/' }] : []),
      ...(filings.police ? [{ text: filings.police, href: filings.police_url }] : []),
      ...(filings.site_code ? [{ text: `网站标识码：${filings.site_code}`, href: null }] : []),
    ],
    menu: [
      { key: 'stories', label: '故事', href: routes.stories },
      // The page is there from the first day, the menu leads to it once somebody is.
      ...(somebody ? [{ key: 'people', label: '人物', href: routes.people }] : []),
      { key: 'pairings', label: '结对', href: routes.pairings },
      { key: 'projects', label: '项目', href: routes.projects },
      { key: 'progress', label: '进展', href: routes.progress },
      { key: 'facts', label: '事实', href: routes.facts },
    ],
    footer: [
      { label: `文件${extentWords(document)}`, href: routes.plan },
      { label: '事实', href: routes.facts },
      ...(somebody ? [] : [{ label: '人物', href: routes.people }]),
      ...(programme.content.coverage.length > 0 ? [{ label: '媒体报道', href: routes.coverage }] : []),
      { label: '部门', href: routes.departments },
      { label: '给媒体', href: routes.media },
      { label: '图与数据', href: routes.figures },
      { label: '更正', href: routes.corrections },
      { label: '订阅', href: routes.feeds },
      { label: '方法', href: routes.method },
      { label: '关于本站', href: routes.about },
    ],
    search: routes.search,
    home: routes.home,
    favicon: routes.favicon,
    touchIcon: routes.icon('apple-touch-icon'),
    manifest: routes.manifest,
    icons: [
      ...ICONS.slice(1).map(({ name, side }) => ({
        ...{ src: routes.icon(name), sizes: `${side}x${side}`, type: 'image/png' },
      })),
      { src: routes.favicon, sizes: 'any', type: 'image/svg+xml' },
    ],
    confirmed: publisher,
    machines: [
      ...feedLinks(site.name, routes.feed),
      { rel: 'alternate', type: 'application/json', title: '故事目录', href: routes.data('stories.json') },
      // A preview is for no search engine: it has no map.
      ...(samples ? [] : [{ rel: 'sitemap', type: 'application/xml', title: null, href: routes.sitemap }]),
    ],
    samples,
  };
}
