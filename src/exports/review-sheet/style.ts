/** 宋体 for the margins of the paper, where no custom property reaches. */
const SONG = '"Songti SC",STSong,SimSun,"Noto Serif CJK SC",serif';

/**
 * Looks of the sheet: black on white, hairlines, 宋体 for what is read and 黑体 for what is worked with. On paper the
 * head and the foot of every page are set in its margins by `@page`; where a printer does not know that, the head and
 * the foot of the document stand. What is drawn beside the story by `data-line` and `data-to` is no text of it.
 */
export function sheetStyle(title: string, hash: string): string {
  const quoted = (text: string) => `"${text.replaceAll(/[\\"<>]/g, '').replaceAll(/\p{Cc}/gu, ' ')}"`;
  return `
@page{size:A4;margin:22mm 20mm 20mm 22mm;
  @top-left{content:${quoted(title)};font:9pt/1.4 ${SONG};color:#000;vertical-align:bottom;padding-bottom:3mm}
  @top-right{content:${quoted(`内部材料，不公开　校验码 ${hash}`)};font:9pt/1.4 ${SONG};color:#000;vertical-align:bottom;padding-bottom:3mm;white-space:nowrap}
  @bottom-left{content:"内部材料，不公开";font:9pt/1.4 ${SONG};vertical-align:top;padding-top:3mm}
  @bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:9pt/1.4 ${SONG};vertical-align:top;padding-top:3mm}}
@page:first{@top-left{content:none}@top-right{content:none}}
:root{--song:"Songti SC",STSong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;
  --hei:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif;
  --quiet:#4a4a4a;--hair:.25pt solid #999;--fine:.5pt solid #000;--aid:#f1f1ee}
*{box-sizing:border-box}
html{color:#000;background:#fff;color-scheme:light}
body{margin:0 auto;max-width:168mm;font:10pt/1.65 var(--hei);font-variant-numeric:tabular-nums;line-break:strict;
  overflow-wrap:anywhere;text-autospace:normal;text-spacing-trim:trim-start;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3,h4,.mark,.stamp,.title{font-family:var(--song)}
main>section>h2,.last h2{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;margin:10mm 0 2.5mm;padding-bottom:1.2mm;
  border-bottom:.8pt solid #000;font-size:13pt;line-height:1.4;font-weight:700;break-after:avoid}
main>section>h2 small{font:8.5pt/1.45 var(--hei);text-align:right;max-width:34em}
h2 small:empty{display:none}
p{margin:0}
.mark{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 6mm;font-size:10pt;line-height:1.5}
.mark.foot{margin-top:10mm;padding-top:1.5mm;border-top:var(--fine)}
.name{margin:6mm 0 4mm;padding-top:2.2mm;border-top:2pt solid #000;font:700 12pt/1.5 var(--song);letter-spacing:.5em}
.name::after{content:"";display:block;border-top:var(--fine);margin-top:1.6mm}
.title{font-size:17pt;line-height:1.4;font-weight:900;text-wrap:balance}
header dl{display:grid;grid-template-columns:1fr 1fr;column-gap:8mm;margin:3.5mm 0 0;border-top:var(--fine)}
header dl div{display:grid;grid-template-columns:5.5em 1fr;padding:.7mm 0;border-bottom:var(--hair);break-inside:avoid;font-size:9.5pt}
dl .whole{grid-column:1/-1}
dt{color:var(--quiet)}
dd{margin:0}
table{width:100%;border-collapse:collapse;font-size:9pt;line-height:1.55}
thead{display:table-header-group}
th{padding:1.2mm 2.5mm 1.2mm 0;text-align:left;vertical-align:bottom;font-weight:400;color:var(--quiet);border-bottom:var(--fine);white-space:nowrap}
td{padding:1.5mm 2.5mm 1.5mm 0;vertical-align:top;border-bottom:var(--hair)}
tr,li,.shown,.last{break-inside:avoid}
td:last-child,th:last-child{padding-right:0}
td small{display:block;font-size:8.5pt;line-height:1.5;color:var(--quiet)}
.tick{display:inline-block;flex:none;width:3.6mm;height:3.6mm;border:.7pt solid #000;background:#fff;vertical-align:-.5mm}
.line{width:12mm;color:var(--quiet)}
.number .value,.unproved .value{width:22mm}.number td:nth-child(3){width:38mm}
.value{white-space:nowrap;font-weight:700}
.fact{font:8pt/1.5 Menlo,Consolas,monospace;color:var(--quiet)}
mark{background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-thickness:.8pt;text-underline-offset:2pt}
.kind{white-space:nowrap;font-weight:700}
.none{padding:1mm 0;color:var(--quiet)}
.wrong{font-weight:700}
.yes,.not{display:block}
.people{table-layout:fixed;font-size:8.5pt;line-height:1.5}
.people td{padding-right:2mm}
.people th:nth-child(1){width:6mm}.people th:nth-child(2){width:27mm}.people th:nth-child(3){width:25mm}
.people th:nth-child(4){width:20mm}.people th:nth-child(5){width:27mm}
.people td[rowspan] b{font-size:10.5pt}
.people .not{font-weight:700}
.people td.yes,.people td.wrong{display:table-cell}
.no-names{padding-top:2mm;font-size:9pt;line-height:1.9}.no-names>span{margin-right:1.5em;white-space:nowrap}.no-names small{display:inline;font-size:inherit}
.write-in{display:flex;gap:2.5mm;align-items:baseline;min-height:11mm;padding-top:2.5mm;border-bottom:var(--hair);font-size:9pt;break-inside:avoid;break-before:avoid}
.ask{list-style:none;margin:0;padding:0;counter-reset:ask}
.ask li{display:grid;grid-template-columns:2em 4mm 1fr;column-gap:2.5mm;padding:1.5mm 0;border-bottom:var(--hair);counter-increment:ask}
.ask li::before{content:counter(ask) ".";text-align:right}
.ask li::after{content:"";grid-area:1/2;width:3.6mm;height:3.6mm;margin-top:1.1mm;border:.7pt solid #000}
.ask li span{grid-area:1/3}

.story{position:relative;padding:3mm 0 5mm 12mm;border-bottom:.8pt solid #000;font:11pt/1.85 var(--song)}
.story::before{content:"";position:absolute;left:9mm;top:0;bottom:0;border-left:var(--hair)}
[data-line]::before{content:attr(data-line);position:absolute;left:0;width:7.5mm;text-align:right;text-indent:0;
  font:400 7.5pt/1.85 var(--hei);line-height:inherit;letter-spacing:0;color:#777}
.link{text-decoration:underline;text-decoration-thickness:.5pt;text-underline-offset:2.5pt}
[data-to]::after{content:"〔"attr(data-to)"〕";font:7.5pt/1 var(--hei);color:#777}
.story h1{margin:1mm 0 2mm;font-size:20pt;line-height:1.35;font-weight:900;text-wrap:balance}
.kick,.by,.rights{font:9pt/1.7 var(--hei)}
.kick,.rights{color:var(--quiet)}
.subtitle{font-size:13pt;line-height:1.5}
.dek{margin:2mm 0;font-size:11.5pt;line-height:1.75;font-weight:500}
.by{padding:1mm 0;border-top:var(--hair);border-bottom:var(--hair)}
.corrections{margin-top:3mm;padding:1.5mm 0;border-bottom:var(--hair);font-size:10pt}
.prose{margin-top:5mm}
.prose p{margin:0 0 2.2mm;orphans:2;widows:2}
.prose :is(h2,h3,h4){margin:5mm 0 1.5mm;line-height:1.45;break-after:avoid}
.prose h2{font-size:14pt}.prose h3{font-size:12pt}.prose h4{font-size:11pt}
.prose :is(ul,ol){margin:0 0 2.2mm;padding-left:1.6em}
.prose ul{list-style:square}
.prose li>p{margin:0}
.prose em{font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right}
.prose hr{border:0;border-top:var(--hair);margin:5mm 0}
.prose table{margin:1mm 0 4mm;font:9pt/1.5 var(--hei)}
.prose th{color:#000;font-weight:700;white-space:normal}
.prose table.many{font-size:7pt;line-height:1.45}
.prose table.many :is(td,th){padding-right:1mm}
.prose :is(td,th)[align=right],.numeric{text-align:right}
.prose :is(td,th)[align=center]{text-align:center}
.prose sup{font:6.5pt/1 var(--hei);color:var(--quiet);margin:0 .15em}
.cap,.prose .cap,.prose figcaption{font:9pt/1.6 var(--hei);color:var(--quiet)}
.prose blockquote{margin:0 0 2.2mm;padding-left:1em;border-left:1.2pt solid #999}
.prose :is(section,.note,.pull){margin:4mm 0}
.prose :is(section,.note)>p:first-child{break-after:avoid}
.prose .pull{break-inside:avoid}
.pull blockquote{margin:0;padding:0 0 0 5mm;border-left:3pt solid #000;font-size:14pt;line-height:1.6;font-weight:700}
.pull blockquote p{margin:0}
.pull figcaption{padding-left:6mm}
.letter{padding:3mm 5mm;border:var(--fine)}
.letter .from{text-align:right}
.letter .from span{margin-left:1em}
.interview{border-top:1.2pt solid #000;padding-top:1.5mm}
.note{padding:2mm 4mm;border:var(--hair);font-size:10pt}
.timeline ul,.roster ul{list-style:none;padding:0;border-top:1.2pt solid #000}
.timeline li,.roster li{padding:.8mm 0;border-bottom:var(--hair)}
.roster ul{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm;font-size:10pt;line-height:1.6}
.roster li[data-line]::before{position:static;display:inline-block;width:2.2em;margin-right:.6em}
.chart h3{margin-top:0}
.chart{margin:4mm 0}
.chart>p:first-of-type{break-after:avoid}
.chart>div{break-inside:avoid}
.chart svg{display:block;width:100%;height:auto;max-height:235mm}
.chart .narrow{max-width:105mm}
.chart table{font-size:8pt}
.footnotes{font-size:9.5pt;border-top:var(--fine);padding-top:2mm}
.footnotes ol{margin:0}
.shown{display:grid;grid-template-columns:112mm 1fr;gap:4mm;align-items:start;margin:4mm 0}
figure{margin:0}
.photo img{display:block;max-width:100%;height:auto;border:var(--hair)}
.photo img.tall{width:auto;max-height:112mm}
.photo small{display:block;font:8pt/1.5 var(--hei);color:var(--quiet)}
.photo figcaption{margin-top:1.5mm}
.blank{display:grid;place-items:center;height:40mm;border:.5pt dashed #666;font:9pt/1.5 var(--hei);color:var(--quiet)}
.aid{padding:2mm 2.5mm;background:var(--aid);font:8pt/1.55 var(--hei)}
.aid p,.prose .aid p{margin:0 0 .8mm}
.aid b{font-weight:400;color:var(--quiet)}
.aid li b{font-weight:700;color:#000}
.aid ul,.prose .aid ul{list-style:none;margin:0 0 1.5mm;padding:0}
.aid li{display:flex;gap:2mm;padding:.5mm 0}
.profile dl{margin:2mm 0;border-bottom:var(--hair)}
.profile dl div{display:grid;grid-template-columns:4.5em 1fr;column-gap:1em;padding:.3mm 0;border-top:var(--hair)}
.box{margin-top:5mm;padding:2mm 4mm 3mm;border:var(--fine);break-inside:avoid}
.box h2{margin:0 0 1mm;font-size:11pt}
.box dl{margin:0;font:9pt/1.6 var(--hei)}
.box dl div{display:grid;grid-template-columns:10em 1fr;column-gap:1em;padding:.5mm 0;border-top:var(--hair)}
.box .row{margin-right:1.5em}
section>.shown{margin:3mm 0}

.write div{height:9mm;border-bottom:var(--hair)}
.sign{margin-top:6mm;border:.8pt solid #000;font-size:10.5pt}
.sign th,.sign td{padding:2.2mm 3mm;border-bottom:.25pt solid #000;vertical-align:middle}
.sign td+td,.sign th+th{border-left:.25pt solid #000}
.sign tbody tr{height:14mm}
.sign tr:last-child td{border-bottom:0}
.sign .step{width:5em;font:700 12pt/1.4 var(--song);white-space:nowrap}
.sign .who{width:36mm}.sign .when{width:48mm;white-space:nowrap;font-size:10pt}
.no{color:var(--quiet)}
.stamp{margin-top:2mm;font-size:9pt;color:var(--quiet)}
@media screen{body{padding:12mm 5mm;max-width:178mm}}
@media screen and (max-width:40rem){
  body{padding:5mm 4mm}
  header dl,.shown,.roster ul{grid-template-columns:1fr}
  main>section{overflow-x:auto}
  main>section>h2{flex-wrap:wrap}
  .people{min-width:44rem}
  .sign .who,.sign .when{width:auto;white-space:normal}
  .story{padding-left:9mm}
  .story::before{left:7mm}
  [data-line]::before{width:6mm}
}
`;
}
