/**
 * Looks of the sheet: black on white, hairlines, 宋体 for headings. On paper the head and the foot of every page are set
 * in its margins by `@page`; where a printer does not know that, the head and the foot of the document stand.
 */
export function sheetStyle(title: string, hash: string): string {
  const quoted = (text: string) => `"${text.replaceAll(/[\\"<>]/g, '').replaceAll(/\p{Cc}/gu, ' ')}"`;
  return `
@page{size:A4;margin:22mm 20mm 20mm 22mm;
  @top-left{content:${quoted(title)};font:9pt/1.4 "Songti SC",STSong,SimSun,"Noto Serif CJK SC",serif;color:#000;vertical-align:bottom;padding-bottom:3mm}
  @top-right{content:${quoted(`内部材料，不公开　校验码 ${hash}`)};font:9pt/1.4 "Songti SC",STSong,SimSun,"Noto Serif CJK SC",serif;color:#000;vertical-align:bottom;padding-bottom:3mm;white-space:nowrap}
  @bottom-left{content:"内部材料，不公开";font:9pt/1.4 "Songti SC",STSong,SimSun,"Noto Serif CJK SC",serif;vertical-align:top;padding-top:3mm}
  @bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:9pt/1.4 "Songti SC",STSong,SimSun,"Noto Serif CJK SC",serif;vertical-align:top;padding-top:3mm}}
@page:first{@top-left{content:none}@top-right{content:none}}
:root{--song:"Songti SC",STSong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;
  --hei:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif}
*{box-sizing:border-box}
html{color:#000;background:#fff;color-scheme:light}
body{margin:0 auto;max-width:170mm;font:10pt/1.65 var(--hei);font-variant-numeric:tabular-nums;line-break:strict;
  overflow-wrap:anywhere;text-autospace:normal;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3,.mark,.stamp{font-family:var(--song)}
h1{margin:0;font-size:21pt;line-height:1.35;font-weight:900;text-wrap:balance}
h2{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;margin:9mm 0 2.5mm;padding-bottom:1.2mm;
  border-bottom:.8pt solid #000;font-size:13pt;line-height:1.4;font-weight:700;break-after:avoid}
h2 small{font:9pt/1.4 var(--hei);text-align:right}
p{margin:0}
.mark{display:flex;justify-content:space-between;gap:6mm;font-size:10pt;line-height:1.5}
.mark.foot{margin-top:10mm;padding-top:1.5mm;border-top:.5pt solid #000}
.name{margin:7mm 0 6mm;padding-top:2.2mm;border-top:2pt solid #000;font:700 12pt/1.5 var(--song);letter-spacing:.5em}
.name::after{content:"";display:block;border-top:.5pt solid #000;margin-top:1.6mm}
.sub{margin-top:1mm;font:12pt/1.6 var(--song)}
.summary{margin-top:3mm;max-width:40em}
dl{display:grid;grid-template-columns:1fr 1fr;column-gap:8mm;margin:5mm 0 0;border-top:.5pt solid #000}
dl div{display:grid;grid-template-columns:5em 1fr;padding:.9mm 0;border-bottom:.25pt solid #999;break-inside:avoid}
dl .whole{grid-column:1/-1}
dt{color:#333}
dd{margin:0}
table{width:100%;border-collapse:collapse;font-size:9pt;line-height:1.55}
thead{display:table-header-group}
th{padding:1.2mm 2.5mm 1.2mm 0;text-align:left;vertical-align:bottom;font-weight:400;color:#333;border-bottom:.5pt solid #000;white-space:nowrap}
td{padding:1.5mm 2.5mm 1.5mm 0;vertical-align:top;border-bottom:.25pt solid #999}
tr,li,.write{break-inside:avoid}
td:last-child,th:last-child{padding-right:0}
.sign{margin-top:6mm;border:.8pt solid #000;font-size:10.5pt}
.sign th,.sign td{padding:2.2mm 3mm;border-bottom:.25pt solid #000;vertical-align:middle}
.sign td+td,.sign th+th{border-left:.25pt solid #000}
.sign tbody tr{height:14mm}
.sign tr:last-child td{border-bottom:0}
.sign .step{width:5em;font:700 12pt/1.4 var(--song);white-space:nowrap}
.sign .who{width:36mm}.sign .when{width:48mm;white-space:nowrap;font-size:10pt}
.sign small,td small{display:block;font-size:8.5pt;line-height:1.5}
.no{color:#333}
.line{width:12mm;color:#333}
.number .value,.unproved .value{width:22mm}.number td:nth-child(3){width:38mm}
.value{white-space:nowrap;font-weight:700}
.fact{font:8pt/1.5 Menlo,Consolas,monospace;color:#333}
mark{background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-thickness:.8pt;text-underline-offset:2pt}
.text{font:11pt/1.9 var(--song)}
.text div{display:grid;grid-template-columns:3.2em 1fr;break-inside:auto}
.text i{font:8.5pt/2.45 var(--hei);color:#333}
.text p{max-width:38em;margin-bottom:1.6mm;text-align:justify;orphans:2;widows:2}
.text .paragraph p{text-indent:2em}
.text .heading{margin-top:3mm;break-after:avoid}
.text .heading p{font-weight:700;font-size:12pt}
.text .item p::before{content:"·";display:inline-block;width:1em}
.text .quote p{padding-left:1.5em;border-left:.8pt solid #000}
.text .note p,.text .cell p{font-size:10pt}
.text .other p{font:9pt/1.7 var(--hei);color:#333}
.picture td:first-child{width:34mm}.picture td:nth-child(2){width:28mm}.picture td:last-child{width:46mm}
.picture img{display:block;max-width:30mm;max-height:30mm;border:.25pt solid #999}
.blank{display:grid;place-items:center;width:30mm;height:20mm;border:.25pt dashed #666;font-size:8pt;color:#333}
.person,.paper{margin-top:1mm}
.rights{margin-top:1mm;font-size:8.5pt}
.rights th,.rights td{padding:.6mm 2.5mm .6mm 0}
.kind{white-space:nowrap;font-weight:700}
.ask{list-style:none;margin:0;padding:0;counter-reset:ask}
.ask li{display:grid;grid-template-columns:2.2em 4mm 1fr;column-gap:2.5mm;padding:1.8mm 0;border-bottom:.25pt solid #999;counter-increment:ask}
.ask li::before{content:counter(ask) ".";text-align:right}
.ask li::after{content:"";grid-area:1/2;width:3.6mm;height:3.6mm;margin-top:1.3mm;border:.6pt solid #000}
.ask li span{grid-area:1/3}
.none{padding:1mm 0;color:#333}
.write{margin-top:4mm}
.write div{height:9mm;border-bottom:.25pt solid #000}
.stamp{margin-top:2mm;font-size:9pt;color:#333}
@media screen{body{padding:16mm 10mm;max-width:190mm}}
`;
}
