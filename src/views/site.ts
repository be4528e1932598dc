import { confirmedPublisher } from '#domain/programme/publisher.ts';
import { isAnybodyTold } from '#domain/stories/people.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { publisherWords } from '#format/publisher.ts';
import { extentWords } from '#format/status.ts';
import { build, routes } from './programme.ts';

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
  readonly machines: readonly { rel: string; type: string; title: string | null; href: string }[];
  /** True in the preview build: every page says so and is noindex. */
  readonly samples: boolean;
}

export async function siteView(): Promise<SiteView> {
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
    basis: `内容依据《${document.plan_title}》（${longDate(document.date)}印发）`,
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
      { label: '图与数据', href: routes.figures },
      { label: '方法', href: routes.method },
      { label: '关于本站', href: routes.about },
    ],
    search: routes.search,
    home: routes.home,
    favicon: routes.favicon,
    machines: [
      { rel: 'alternate', type: 'application/rss+xml', title: site.name, href: routes.feed },
      { rel: 'alternate', type: 'application/json', title: '故事目录', href: routes.data('stories.json') },
      // A preview is for no search engine: it has no map.
      ...(samples ? [] : [{ rel: 'sitemap', type: 'application/xml', title: null, href: routes.sitemap }]),
    ],
    samples,
  };
}
