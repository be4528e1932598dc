import { LANGUAGES, type Language } from '../places/language-name.ts';
import { PHOTO_FORMS, PRESS_USES } from './picture.ts';

/** One attribute of a component, as the checker and the manual know it. */
export interface AttributeSpec {
  readonly required?: true;
  /**
   * What its text must be: any words that stand beside the text, words that stand in the sentence itself (`run`), the id
   * of a fact or of a place, the name of a figure, a file beside the story, …
   */
  readonly value: 'words' | 'run' | 'fact' | 'place' | 'figure' | 'picture' | 'locator' | 'day' | 'choice';
  readonly choices?: readonly string[];
  /** In Chinese, for the manual and the messages. */
  readonly what: string;
}

export interface ComponentSpec {
  /** In Chinese: what it is for. */
  readonly what: string;
  /** `inline`: inside a sentence; `block`: between paragraphs, on lines of its own. */
  readonly place: 'inline' | 'block';
  /** What stands between its tags; `nothing`: it is closed at once, `<Num … />`. */
  readonly inside: 'nothing' | 'text' | 'list' | 'photos';
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
}

const words = (what: string): AttributeSpec => ({ value: 'words', what });
const must = (spec: AttributeSpec): AttributeSpec => ({ ...spec, required: true });

/** Everything an author may write besides Markdown: `src/stories/render/components.ts` draws each. */
export const STORY_COMPONENTS = {
  Num: {
    what: '一个数，连同单位和出处',
    place: 'inline',
    inside: 'nothing',
    attributes: { fact: must({ value: 'fact', what: '事实编号，在网站的“事实”页上查' }) },
  },
  Name: {
    what: '别的文字的名字或词：地方的名字，或者照抄的一个词',
    place: 'inline',
    inside: 'nothing',
    attributes: {
      lang: must({ value: 'choice', choices: Object.keys(LANGUAGES) as Language[], what: '什么文字，一个代码' }),
      place: { value: 'place', what: '地方的 id，名字由 `places.yaml` 的 `names` 来' },
      text: { value: 'run', what: '不是地方的：照抄的人名、一个词' },
    },
  },
  Figure: {
    what: '网站的一张图',
    place: 'block',
    inside: 'nothing',
    attributes: {
      name: must({ value: 'figure', what: '图的名字，在网站的“图与数据”页上查' }),
      title: words('换一个标题'),
      form: { value: 'choice', choices: ['phone', 'wide'], what: '用哪一种画法；不写就用手机版' },
    },
  },
  Photo: {
    what: '一张照片或画，连同权利',
    place: 'block',
    inside: 'nothing',
    attributes: {
      src: must({ value: 'picture', what: '图片文件名，文件放在稿件旁边' }),
      alt: must(words('画面上看得见什么，给看不见的人听')),
      caption: must(words('图片下面的说明')),
      photographer: must(words('谁拍的，谁画的')),
      holder: must(words('权利归谁')),
      licence: must(words('凭什么可以用：许可协议，或者谁的授权')),
      people: must(words('认得出的人，用顿号隔开；没有就写“无”')),
      expires: { value: 'day', what: '最晚可以用到哪一天' },
      map_approval: words('别处制作的地图要写审图号'),
      press: {
        value: 'choice',
        choices: PRESS_USES,
        what: '权利人同意媒体也用、可以放进素材包的，写“可用”；不写就不放',
      },
      form: { value: 'choice', choices: PHOTO_FORMS, what: '多宽；不写就和正文一样宽' },
    },
  },
  Gallery: {
    what: '几张照片排在一起',
    place: 'block',
    inside: 'photos',
    attributes: { caption: words('这一组照片的说明') },
  },
  Quote: {
    what: '突出的一句原话',
    place: 'block',
    inside: 'text',
    attributes: {
      by: words('谁说的'),
      role: words('说话人的身份'),
      clause: { value: 'locator', what: '引自文件的，写出处编号' },
    },
  },
  Timeline: {
    what: '一串日子，每天一件事；列表每项以粗体的日子开头',
    place: 'block',
    inside: 'list',
    attributes: { title: words('标题') },
  },
  Interview: {
    what: '一问一答，或者第一人称讲述',
    place: 'block',
    inside: 'text',
    attributes: {
      form: { value: 'choice', choices: ['问答', '讲述'], what: '不写就是问答' },
      by: must(words('谁在讲')),
      role: words('讲述人的身份'),
    },
  },
  Note: {
    what: '编者按、链接、提示、旁批',
    place: 'block',
    inside: 'text',
    attributes: {
      kind: must({ value: 'choice', choices: ['编者按', '链接', '提示', '旁批'], what: '哪一种' }),
      title: words('标题'),
    },
  },
  Letter: {
    what: '孩子写的信，可以带画（里面放 Photo）',
    place: 'block',
    inside: 'text',
    attributes: { from: must(words('谁写的')), to: words('写给谁'), date: words('信上的日期') },
  },
  Roster: {
    what: '一支队伍的名单；列表每项：粗体的名字，从哪所学校来，在哪里服务',
    place: 'block',
    inside: 'list',
    attributes: { title: words('标题'), note: words('名单下面的说明') },
  },
  Compare: {
    what: '两地对照；列表每项一件事，下一层两项，先左后右',
    place: 'block',
    inside: 'list',
    attributes: { title: words('标题'), left: words('左边是哪里'), right: words('右边是哪里') },
  },
} as const satisfies Record<string, ComponentSpec>;

export type StoryComponentName = keyof typeof STORY_COMPONENTS;
export const STORY_COMPONENT_NAMES = Object.keys(STORY_COMPONENTS) as readonly StoryComponentName[];
