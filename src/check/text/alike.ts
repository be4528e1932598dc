import { soundingLike } from '../prose/places/sounds.ts';

/** Characters that look alike in print or handwriting, each group parted by a space. */
const SHAPES: readonly string[] =
  '日曰目 子孑孓于 末未 己已巳巴 土士 千干于 王玉主五 王三 贝见贡员 囊襄曩 增曾憎赠 迈麦 杰节 绣秀诱 堆推准维难唯 淮准谁 岗冈刚钢 加如 汝汶妆 江汪红 唐塘糖搪 礼札扎孔 甲申由田电曱 竹什 林材村杯枋木 拉垃位泣 东车冻 雄熊碓 郎朗廊 学字 绒戎绂械 白自百臼 热熟势 荣菜劳莱 列例烈刘 雪霄雷 沙纱莎砂妙 斗抖计 期斯欺朝 具其共 耶聊郁爷 阿何河 昌晶冒倡昂 果杲呆课 当挡尚党 噶嘎戛尕葛 隆降陇 桑柔叒 长张 洲州川 株珠诛侏姝朱 岳兵丘 阳阴杨扬旸 常尝裳堂 德得徳 山出屾 南男喃 安按桉 曲由典 芦庐 石右 间问闻 栗粟 清青情 天夫无 人入八 大太犬 桥娇 坪评 霞露'.split(
    ' ',
  );

const shapes = new Map<string, string>();
for (const group of SHAPES) for (const c of group) shapes.set(c, (shapes.get(c) ?? '') + group);

/** Characters that are easily written for this one, because they sound or look like it. */
export function confusedWith(character: string): ReadonlySet<string> {
  const all = new Set(soundingLike(character) + (shapes.get(character) ?? ''));
  all.delete(character);
  return all;
}

const known = new Map<string, ReadonlySet<string>>();

/** Whether one character is easily written for the other. */
export function alike(written: string, right: string): boolean {
  let confused = known.get(right);
  if (!confused) {
    confused = confusedWith(right);
    known.set(right, confused);
  }
  return confused.has(written);
}
