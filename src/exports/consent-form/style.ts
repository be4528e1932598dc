/** Looks of the form: black on white, one page of A4 for each person, lines to write on. */
export const FORM_STYLE = `
@page{size:A4;margin:13mm 20mm 11mm}
:root{--song:"Songti SC",STSong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;
  --hei:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif;--quiet:#4a4a4a}
*{box-sizing:border-box}
html{color:#000;background:#fff;color-scheme:light}
body{margin:0 auto;padding:8mm 0;max-width:170mm;font:10.5pt/1.62 var(--hei);line-break:strict;overflow-wrap:anywhere;text-autospace:normal}
main{break-after:page}
main:last-of-type{break-after:auto}
main+main{margin-top:20mm}
.mark{display:flex;justify-content:space-between;gap:6mm;font:9pt/1.5 var(--song)}
h1{margin:3mm 0 4mm;padding:2mm 0;border-top:2pt solid #000;border-bottom:.5pt solid #000;font:900 16pt/1.4 var(--song);text-align:center}
h2{margin:2.4mm 0 .3mm;font:700 11pt/1.5 var(--song);break-after:avoid}
p{margin:0}
.open{display:inline-block;border-bottom:.5pt solid #000;min-height:1.3em;text-align:center;padding:0 2mm;vertical-align:bottom}
.boxes{display:flex;flex-wrap:wrap;gap:0 8mm}
.boxes span::before,.box::before{content:"";display:inline-block;width:3.6mm;height:3.6mm;border:.7pt solid #000;margin-right:2mm;vertical-align:-.5mm}
table{width:100%;border-collapse:collapse;font-size:9.5pt;line-height:1.55}
td{padding:.9mm 2mm .9mm 0;border-bottom:.25pt solid #999;vertical-align:top}
td:first-child{width:30mm;font-weight:700}
td:last-child{width:22mm;white-space:nowrap;padding-right:0}
tr,.sign{break-inside:avoid}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:3.6mm 8mm;margin-top:4.5mm}
.sign div{display:flex;gap:2mm;align-items:flex-end}
.sign .open{flex:1}
.foot{break-inside:avoid;margin-top:4mm;padding-top:1.5mm;border-top:.5pt solid #000;font-size:8.5pt;line-height:1.55;color:var(--quiet)}
@media print{body{padding:0}main+main{margin-top:0}}
@media (max-width:600px){body{padding:6mm 5mm}.sign{grid-template-columns:1fr}td:last-child{width:auto}}
`;
