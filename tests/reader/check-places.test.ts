import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const cases: Case[] = [
  {
    title: 'an unknown city',
    mutations: [{ file: 'pairings.yaml', replace: ['city: changsha', 'city: changhsa'] }],
    told: [
      'pairings.yaml:3:9 error unknown-place｜没有这个市：现在是“changhsa”，应当是places.yaml 里有的市 id。｜是不是想写“changsha”（长沙）？',
    ],
    refused: true,
  },
  {
    title: 'a city where a county should stand',
    mutations: [{ file: 'pairings.yaml', replace: ['county: gongga', 'county: yueyang'] }],
    told: [
      'pairings.yaml:4:11 error wrong-level｜这里要写县：现在是“yueyang”（places.yaml 里是市），应当是一个县。｜换成县的 id；如果 places.yaml 里的 level 写错了，就改那里。',
    ],
    refused: true,
  },
  {
    title: 'a township that no pairing has',
    mutations: [{ file: 'pairings.yaml', replace: ['[changguo, ', '['] }],
    told: [
      'places.yaml:182:1 error not-paired｜“昌果乡”没有结对：现在是pairings.yaml 里没有“changguo”，应当是每个乡镇正好在一组里。｜在 pairings.yaml 里把 changguo 加到它那一组的 townships 里；如果方案里没有这个乡镇，就从 places.yaml 里删掉。',
      'pairings.yaml:5:14 error townships-differ｜乡镇和附件对不上：现在是少了昌果乡，应当是plan/annex-1.yaml 这一行的8个：昌果乡、江塘镇、杰德秀镇、甲竹林镇、东拉乡、吉雄镇、朗杰学乡、岗堆镇。｜对照附件的这一行，缺的补上，多的删掉；名字写法不同就改 places.yaml 里的 name。',
      'map/cloth.yaml:19:3 warning too-many-colours｜颜色比需要的多：现在是stripes 有28项，应当是最多27项（pairings.yaml 里有27个乡镇）。｜核对顺序，删掉多的；顺序与 pairings.yaml 相同。',
    ],
    refused: true,
  },
  {
    title: 'a township in two pairings',
    mutations: [{ file: 'pairings.yaml', replace: ['[zhatang, ', '[zhatang, changguo, '] }],
    told: [
      'places.yaml:186:12 error code-parent｜“昌果乡”的区划代码不在“扎囊县”之下：现在是“540522201”，应当是以 540521 开头。｜核对“昌果乡”和“扎囊县”的代码，也核对它是不是放错了地方。',
      'pairings.yaml:10:14 error townships-differ｜乡镇和附件对不上：现在是多了昌果乡，应当是plan/annex-1.yaml 这一行的5个：扎塘镇、桑耶镇、吉汝乡、扎其乡、阿扎乡。｜对照附件的这一行，缺的补上，多的删掉；名字写法不同就改 places.yaml 里的 name。',
      'pairings.yaml:10:24 error paired-twice｜同一个乡镇结了两次对：现在是“changguo”又出现了一次，应当是每个乡镇正好在一组里。｜对照附件，只在它结对的那一组里留一次。',
    ],
    refused: true,
  },
  {
    title: 'townships in another order',
    mutations: [{ file: 'pairings.yaml', replace: ['[changguo, jiangtang', '[jiangtang, changguo'] }],
    told: [
      'pairings.yaml:5:15 error townships-order｜乡镇的顺序和附件不同：现在是第1个是江塘镇，应当是昌果乡（附件的顺序：昌果乡、江塘镇、杰德秀镇、甲竹林镇、东拉乡、吉雄镇、朗杰学乡、岗堆镇）。｜按附件的顺序重排 townships，线的号码由这个顺序来定。',
    ],
    refused: true,
  },
  {
    title: 'a township in twice the same pairing',
    mutations: [{ file: 'pairings.yaml', replace: ['[rong, ', '[rong, rong, '] }],
    told: [
      'pairings.yaml:15:21 error paired-twice｜同一个乡镇结了两次对：现在是“rong”又出现了一次，应当是每个乡镇正好在一组里。｜对照附件，只在它结对的那一组里留一次。',
    ],
    refused: true,
  },
  {
    title: 'a pairing left out',
    mutations: [{ file: 'pairings.yaml', replace: [/- city: yueyang[\s\S]*?(?=- city: changde)/, ''] }],
    told: [
      'places.yaml:138:1 error not-paired｜“桑日县”没有结对：现在是pairings.yaml 里没有“sangri”，应当是每个县正好在一组里。｜在 pairings.yaml 里把 sangri 加到它那一组的 county 里；如果方案里没有这个县，就从 places.yaml 里删掉。',
      'places.yaml:289:1 error not-paired｜“绒乡”没有结对：现在是pairings.yaml 里没有“rong”，应当是每个乡镇正好在一组里。｜在 pairings.yaml 里把 rong 加到它那一组的 townships 里；如果方案里没有这个乡镇，就从 places.yaml 里删掉。',
      'places.yaml:296:1 error not-paired｜“桑日镇”没有结对：现在是pairings.yaml 里没有“sangri-zhen”，应当是每个乡镇正好在一组里。｜在 pairings.yaml 里把 sangri-zhen 加到它那一组的 townships 里；如果方案里没有这个乡镇，就从 places.yaml 里删掉。',
      'places.yaml:308:1 error not-paired｜“增期乡”没有结对：现在是pairings.yaml 里没有“zengqi”，应当是每个乡镇正好在一组里。｜在 pairings.yaml 里把 zengqi 加到它那一组的 townships 里；如果方案里没有这个乡镇，就从 places.yaml 里删掉。',
      'places.yaml:315:1 error not-paired｜“白堆乡”没有结对：现在是pairings.yaml 里没有“baidui”，应当是每个乡镇正好在一组里。｜在 pairings.yaml 里把 baidui 加到它那一组的 townships 里；如果方案里没有这个乡镇，就从 places.yaml 里删掉。',
      'plan/annex-1.yaml:12:5 error annex-row-not-paired｜附件的这一行没有写进结对：现在是pairings.yaml 里没有岳阳—桑日县，应当是附件的每一行都有一组。｜在 pairings.yaml 里补上这一组。',
      'plan/document.yaml:16:36 error number-not-in-quote｜引文里没有 3 这个数：现在是“4个市级团委（长沙、株洲、岳阳、常德）”，应当是含有 3 的原话。｜引文里的数是 4：核对数和引文，改错的那一个。',
      'map/river-map.yaml:21:23 error unknown-journey｜没有这一组结对：现在是“yueyang-sangri”，应当是“市id-县id”，与 pairings.yaml 一致。｜改成其中一个：changsha-gongga、zhuzhou-zhanang、changde-longzi。',
      'map/river-map.yaml:22:23 error unknown-journey｜没有这一组结对：现在是“yueyang-sangri”，应当是“市id-县id”，与 pairings.yaml 一致。｜改成其中一个：changsha-gongga、zhuzhou-zhanang、changde-longzi。',
      'map/river-map.yaml:34:3 error unknown-journey｜没有这一组结对：现在是“yueyang-sangri”，应当是“市id-县id”，与 pairings.yaml 一致。｜改成其中一个：changsha-gongga、zhuzhou-zhanang、changde-longzi。',
      'map/river-map-phone.yaml:54:3 error unknown-journey｜没有这一组结对：现在是“yueyang-sangri”，应当是“市id-县id”，与 pairings.yaml 一致。｜改成其中一个：changsha-gongga、zhuzhou-zhanang、changde-longzi。',
      'map/cloth.yaml:7:3 warning too-many-colours｜颜色比需要的多：现在是hues 有4项，应当是最多3项（pairings.yaml 里有3组）。｜核对顺序，删掉多的；顺序与 pairings.yaml 相同。',
      'map/cloth.yaml:19:3 warning too-many-colours｜颜色比需要的多：现在是stripes 有28项，应当是最多24项（pairings.yaml 里有24个乡镇）。｜核对顺序，删掉多的；顺序与 pairings.yaml 相同。',
    ],
    refused: true,
  },
  {
    title: 'a name of the annex that places write differently',
    mutations: [{ file: 'plan/annex-1.yaml', replace: ['[长沙, ', '[长沙市, '] }],
    told: [
      'plan/annex-1.yaml:9:13 error pairing-names-differ｜附件里的名字和 places.yaml 不同：现在是“长沙市”，应当是changsha 的名字“长沙”。｜对照原件：附件抄错了就改这里，places.yaml 的 name 写错了就改那里。',
    ],
    refused: true,
  },
  {
    title: 'the source of another pairing',
    mutations: [{ file: 'pairings.yaml', replace: ['source: a1-changsha', 'source: a1-zhuzhou'] }],
    told: [
      'pairings.yaml:6:11 error pairing-source｜出处不是这一组的那一行：现在是“a1-zhuzhou”，应当是“a1-changsha”。｜改成 a1-changsha。',
    ],
    refused: true,
  },
  {
    title: 'a coordinate outside China',
    mutations: [{ file: 'places.yaml', replace: ['lon: 112.97', 'lon: 12.97'] }],
    told: [
      'places.yaml:13:5 error coordinate-outside｜坐标不在中国范围内：现在是经度 12.97、纬度 28.2，应当是经度（lon）73—136，纬度（lat）3—54。｜对照来源核对经纬度，单位是度。',
    ],
    refused: true,
  },
  {
    title: 'longitude and latitude the wrong way round',
    mutations: [{ file: 'places.yaml', replace: ['lon: 112.97\n    lat: 28.2', 'lon: 28.2\n    lat: 112.97'] }],
    told: [
      'places.yaml:13:5 error coordinate-outside｜坐标不在中国范围内：现在是经度 28.2、纬度 112.97，应当是经度（lon）73—136，纬度（lat）3—54。｜经度和纬度多半写反了：把 lon 和 lat 的数对调。',
    ],
    refused: true,
  },
  {
    title: 'a township with the code of a county',
    mutations: [{ file: 'places.yaml', replace: ["'540522201'", "'540522'"] }],
    told: [
      'places.yaml:186:12 error code-level｜“昌果乡”的区划代码位数和级别对不上：现在是“540522”，应当是9位数字。｜到国家统计局的统计用区划代码里查这个地方，或者核对它的 level。',
    ],
    refused: true,
  },
  {
    title: 'a township with a code of another county',
    mutations: [{ file: 'places.yaml', replace: ["'540522201'", "'540523201'"] }],
    told: [
      'places.yaml:186:12 error code-parent｜“昌果乡”的区划代码不在“贡嘎县”之下：现在是“540523201”，应当是以 540522 开头。｜核对“昌果乡”和“贡嘎县”的代码，也核对它是不是放错了地方。',
    ],
    refused: true,
  },
  {
    title: 'a county with a code of another region',
    mutations: [{ file: 'places.yaml', replace: ["'540529'", "'540629'"] }],
    told: [
      'places.yaml:169:12 error code-parent｜“隆子县”的区划代码不在“山南市”之下：现在是“540629”，应当是以 5405 开头。｜核对“隆子县”和“山南市”的代码，也核对它是不是放错了地方。',
      'places.yaml:169:12 error code-parent｜“隆子县”的区划代码和它的乡镇都对不上：现在是“540629”，应当是与乡镇代码的前6位相同，例如 540529。｜核对“隆子县”的代码，多半是 540529。',
    ],
    refused: true,
  },
  {
    title: 'an own level with the id of a city',
    mutations: [{ file: 'site.yaml', replace: ['id: province', 'id: changde'] }],
    told: [
      'plan/annex-2.yaml:13:15 error unknown-executor｜没有这个执行单位：现在是“province”，应当是site.yaml 里 own_level 的 id，或者 places.yaml 里一个市的 id。｜能写的有：changde（团省委本级）、changsha（长沙）、zhuzhou（株洲）、yueyang（岳阳）。',
      'plan/annex-2.yaml:19:15 error unknown-executor｜没有这个执行单位：现在是“province”，应当是site.yaml 里 own_level 的 id，或者 places.yaml 里一个市的 id。｜能写的有：changde（团省委本级）、changsha（长沙）、zhuzhou（株洲）、yueyang（岳阳）。',
      'places.yaml:57:3 error id-twice｜id “changde”用了两次：现在是site.yaml 里的本级和这里的地方，应当是各用各的。｜给这里的地方换一个 id；用到它的地方也要跟着改。',
      'samples/reports/province-2019-12-31.yaml:2:1 error unknown-executor｜没有这个执行单位：现在是文件名里的“province”，应当是site.yaml 里 own_level 的 id，或者 places.yaml 里一个市的 id。｜文件名是“单位id-年-月-日.yaml”，单位只能是：changde、changsha、zhuzhou、yueyang。',
      'samples/reports/province-2020-09-30.yaml:2:1 error unknown-executor｜没有这个执行单位：现在是文件名里的“province”，应当是site.yaml 里 own_level 的 id，或者 places.yaml 里一个市的 id。｜文件名是“单位id-年-月-日.yaml”，单位只能是：changde、changsha、zhuzhou、yueyang。',
    ],
    refused: true,
  },
  {
    title: 'a river map that names an unknown river',
    mutations: [{ file: 'map/river-map.yaml', replace: ['under: [雅鲁藏布江]', 'under: [雅鲁藏布]'] }],
    told: [
      'map/river-map.yaml:45:11 error unknown-river｜没有这条河、这个湖：现在是“雅鲁藏布”，应当是map/waters.json 里有的名字。｜是不是想写“雅鲁藏布江”？',
    ],
    refused: true,
  },
  {
    title: 'a river map that leaves out a journey',
    mutations: [{ file: 'map/river-map.yaml', replace: ['changde-longzi]', 'changde-lonzi]'] }],
    told: [
      'map/river-map.yaml:22:73 error unknown-journey｜没有这一组结对：现在是“changde-lonzi”，应当是“市id-县id”，与 pairings.yaml 一致。｜是不是想写“changde-longzi”？',
    ],
    refused: true,
  },
  {
    title: 'a road that is an area',
    mutations: [{ file: 'map/waters.json', replace: ['"kind":"lake"', '"kind":"road"'] }],
    told: [
      'map/waters.json:1:15768 error way-shape｜“纳木错”是铁路或公路，形状却是一块地：现在是“Polygon”，应当是LineString 或 MultiLineString。｜换成线的数据；kind 写错了的，改成 lake。',
    ],
    refused: true,
  },
  {
    title: 'a railway whose kind is written in Chinese',
    mutations: [{ file: 'map/waters.json', replace: ['"kind":"lake"', '"kind":"铁路"'] }],
    told: [
      'map/waters.json:1:15717 error not-an-option｜这里只能从几个词里选：现在是“铁路”，应当是其中一个：河写 river，湖写 lake，铁路写 railway，公路写 road。｜“铁路”在这里写 railway。',
    ],
    refused: true,
  },
  {
    title: 'a river map without waters',
    mutations: [{ file: 'map/waters.json', write: null }],
    told: [
      'map/river-map.yaml:4:1 error layout-without-waters｜有河流图的设置，没有河流数据：现在是没有 map/waters.json，应当是两个文件都有。｜补上 map/waters.json；没有就删掉这个文件，网站会改用线图。',
    ],
    refused: true,
  },
  {
    title: 'a river map that leaves a journey out',
    mutations: [{ file: 'map/river-map.yaml', replace: ['zhuzhou-zhanang, changde-longzi]', 'changde-longzi]'] }],
    told: [
      'map/river-map.yaml:22:22 error journeys-incomplete｜各组结对没有写全：现在是少了 zhuzhou-zhanang，应当是每一组正好一次。｜缺的补上，重复的删掉；暂时排不出来就删掉整个文件，网站会改用线图。',
    ],
    refused: true,
  },
];

describe('Places and pairings that do not fit is told with file, line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', ({ mutations, told: expected, refused }) => {
    const result = problemsAfter(mutations);
    expect(result.problems.map(told)).toEqual(expected);
    expect(result.refused).toBe(refused);
  });
});
