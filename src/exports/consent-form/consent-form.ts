import { SCOPES, TOLD } from '#domain/people/consent/consent.ts';
import { TOLD_WORDS, type ToldItem } from '#domain/people/consent/guardian.ts';
import { SCOPE_WORDS } from '#format/consent-words.ts';
import { html, type Inside, type Markup } from '../markup.ts';
import type { ConsentFormData, FormKind } from './data.ts';
import { FORM_STYLE } from './style.ts';

type Person = ConsentFormData['people'][number];

interface FormWords {
  readonly title: string;
  /** Whom it is about. */
  readonly who: string;
  /** Who signs, and what else stands on the line of signatures. */
  readonly signs: readonly string[];
  readonly opening: string;
  /** What follows for nobody where they refuse. */
  readonly refuse: string;
  /** The laws it goes by. */
  readonly laws: string;
}

const PORTRAIT_LAW = '《民法典》第1019条、《个人信息保护法》';

const WORDS: Readonly<Record<FormKind, FormWords>> = {
  adult: {
    title: '姓名、肖像、声音、事迹使用授权书',
    who: '本人',
    signs: ['本人签字', '联系电话'],
    opening: '我知道下面写的用途，同意使用我勾选的内容。没有勾选的，不使用。',
    refuse: '我可以不同意，也可以只同意一部分；不同意不影响参加活动、得到帮助。',
    laws: PORTRAIT_LAW,
  },
  '14-17': {
    title: '监护人同意书（14—17岁）',
    who: '未成年人',
    signs: ['监护人签字', '是孩子的', '联系电话', '本人知道、愿意（签字）'],
    opening: '我是这名未成年人的监护人，知道下面写的用途，同意使用我勾选的内容。没有勾选的，不使用。',
    refuse: '我可以不同意，也可以只同意一部分；不同意，孩子不会因此受影响。',
    laws: PORTRAIT_LAW,
  },
  'under-14': {
    title: '儿童个人信息使用监护人同意书（不满14岁）',
    who: '孩子',
    signs: ['监护人签字', '是孩子的', '联系电话'],
    opening: '我是这个孩子的监护人。下面六件事都向我说过，我同意使用我勾选的内容。没有勾选的，不使用。',
    refuse: '我可以不同意，也可以只同意一部分；不同意，孩子不会因此受影响。这一点已经向我说过。',
    laws: '《儿童个人信息网络保护规定》第2条、第7—10条，《个人信息保护法》，《民法典》第1019条',
  },
  kin: {
    title: '近亲属同意书（本人已去世）',
    who: '去世的人',
    signs: ['近亲属签字', '是去世的人的', '联系电话'],
    opening: '我是去世的人的近亲属，知道下面写的用途，同意使用我勾选的内容。没有勾选的，不使用。',
    refuse: '我可以不同意，也可以只同意一部分，不用说明理由。',
    laws: '《民法典》第994条、第1045条',
  },
};

/** A line to write on, of so many millimetres; what is known already stands on it. */
const open = (known: string, width: number): Markup =>
  html`<span class="open" style="${`min-width:${width}mm`}">${known}</span>`;

const block = (title: string, ...inside: readonly Inside[]): Markup => html`<h2>${title}</h2>
${inside}
`;

const SCOPE_HINTS: Readonly<Record<(typeof SCOPES)[number], string>> = {
  name: '',
  portrait: '（照片、视频画面）',
  voice: '（录音）',
  story: '（写他做的事、说的话）',
};

const day = html`${open('', 16)}年${open('', 10)}月${open('', 10)}日`;

function whoBlock(data: ConsentFormData, { name, role }: Person): Markup {
  const { who } = WORDS[data.kind];
  const died = data.kind === 'kin' ? html`　去世日期 ${day}` : null;
  return block(
    `一、${who}`,
    html`<p>姓名 ${open(name, 34)}　身份 ${open(role, 44)}${died}</p>`,
    data.kind === 'kin' ? null : html`<p class="box">不用真名，用化名 ${open('', 34)}</p>`,
  );
}

const purposeBlock = ({ site, story, publisher }: ConsentFormData): Markup =>
  block(
    '二、做什么用',
    html`<p>写进“${site}”的稿件${story === '' ? html` ${open('', 60)}` : `《${story}》`}，介绍援助工作里的人和事。不作别的用途，不用于广告。由 ${open(publisher, 44)} 负责。</p>`,
  );

const scopeBlock = ({ address }: ConsentFormData): Markup =>
  block(
    '三、同意用什么，用在哪里（勾选；没有勾的不用）',
    html`<p class="boxes">${SCOPES.map((scope) => html`<span>${SCOPE_WORDS[scope]}${SCOPE_HINTS[scope]}</span>`)}</p>`,
    html`<p class="boxes"><span>网站${address === '' ? '' : `（${address}）`}</span><span>微信公众号</span><span>媒体（报刊、广播电视、别的网站）</span></p>`,
    html`<p>从签字那天起，到 ${day}为止，这一天还算数。到期以后不再使用；要接着用，另签一份。</p>`,
  );

/** What a child's guardian is told of each thing, with room for what only those who keep the paper know. */
function toldOf({ site, contact }: ConsentFormData): Readonly<Record<ToldItem, Inside>> {
  return {
    purpose: '见第二项。只用于这篇稿件，不作别的用途。',
    scope: '见第三项。不写孩子的学校、班级、住址；名字、困难、金额不写在一起。',
    storage: html`这份同意书放在 ${open('', 50)}，到 ${day}销毁。登出来的内容在“${site}”的服务器上，到期就撤下。`,
    safety: html`真名、监护人的姓名只有管记录的人看得到，不上网、不公开。管记录的人 ${open('', 30)}`,
    complaint: html`找 ${open(contact, 50)}，也可以向网信部门投诉、举报。`,
    deletion: html`说一声就行，不用说明理由：同上，或者 ${open('', 40)}。写错的改正，不想登的撤下。`,
  };
}

function toldBlock(data: ConsentFormData): Markup | null {
  if (data.kind !== 'under-14') return null;
  const told = toldOf(data);
  return block(
    '四、向监护人说过的六件事（说一件，勾一件）',
    html`<table>${TOLD.map((item) => html`<tr><td>${TOLD_WORDS[item]}</td><td>${told[item]}</td><td><span class="box">说过</span></td></tr>`)}</table>`,
  );
}

function rightsBlock(data: ConsentFormData): Markup {
  const number = data.kind === 'under-14' ? '五' : '四';
  const where = data.kind === 'under-14' ? null : html`找 ${open(data.contact, 60)}。`;
  const closest =
    data.kind === 'kin'
      ? html`<p>先由配偶、子女、父母签，有一位签就行；他们都不在了，才由兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女签，并勾选：<span class="box">配偶、子女、父母都已不在</span></p>`
      : null;
  return block(
    `${number}、可以不同意，可以撤回`,
    html`<p>${WORDS[data.kind].refuse}</p>`,
    html`<p>什么时候都可以撤回，不用说明理由，口头、电话、书面都行。收到以后，马上从网站撤下名字、照片和写到的内容。${where}</p>`,
    closest,
  );
}

function page(data: ConsentFormData, person: Person): Markup {
  const { title, opening, signs, laws } = WORDS[data.kind];
  const separate = data.kind === 'under-14' ? '这一份单独签，不和别的事写在一起。' : '';
  const kinds = signs.map((label) => html`<div><span>${label}</span>${open('', 20)}</div>`);
  return html`<main>
<p class="mark"><span>${data.site}</span><span>编号 ${open('', 30)}</span></p>
<h1>${title}</h1>
<p>${opening}${separate}</p>
${whoBlock(data, person)}${purposeBlock(data)}${scopeBlock(data)}${toldBlock(data)}${rightsBlock(data)}
<div class="sign">${kinds}<div><span>签字日期</span>${open('', 20)}</div><div><span>经办人签字</span>${open('', 20)}</div></div>
<p class="foot">一式两份，签字的人和经办单位各留一份。依据：${laws}。这份文本的措辞要由有权确认的人看过才能用：确认人 ${open('', 24)}　日期 ${open('', 24)}</p>
</main>
`;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The form (授权书) to print on A4 and to sign, whole and by itself: one page for each person. */
export function consentForm(data: ConsentFormData): string {
  const people = data.people.length > 0 ? data.people : [{ name: '', role: '' }];
  const { title } = WORDS[data.kind];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${html`${title}`.html}</title>
<style>${FORM_STYLE}</style>
</head>
<body>
${people.map((person) => page(data, person).html).join('')}</body>
</html>
`;
}
