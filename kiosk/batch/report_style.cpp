#include "kiosk/batch/report_parts.h"

namespace kiosk::batch {

// Text has a contrast of at least 7:1 on what is under it, bars of at least 3:1 on the page.
constinit const std::string_view report_style = R"(
:root{--ink:#14213d;--soft:#3f4a63;--line:#c8cfdd;--band:#f2f5fa;--a:#3b76c4;--b:#c2662a;--unsure:#7d8798;--fill:#3b76c4;--deep:#1d4683}
*{box-sizing:border-box}
html{font:17px/1.5 "Segoe UI","Noto Sans","Helvetica Neue",Arial,sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 1.5rem 4rem;max-width:54rem;overflow-wrap:break-word;hyphens:auto;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{font-size:2.4rem;line-height:1.15;margin:.2rem 0 .6rem;letter-spacing:-.01em}
h2{font-size:1.45rem;line-height:1.25;margin:0 0 .5rem}
h3{font-size:1.08rem;line-height:1.3;margin:1.9rem 0 .4rem}
h4{font-size:1rem;margin:1.3rem 0 .3rem;color:var(--soft)}
p{margin:.4rem 0 .8rem;max-width:42rem}
a{color:var(--deep)}
section{margin-top:3rem;padding-top:1.6rem;border-top:1px solid var(--line)}
section section{margin-top:2rem;padding-top:0;border-top:0}
.kicker{margin:0;color:var(--soft);font-weight:600}
.period{font-size:1.1rem;color:var(--soft);margin-bottom:1.8rem}
.sums{display:flex;flex-wrap:wrap;gap:.8rem;margin:0 0 1.8rem;padding:0;list-style:none}
.sums li{flex:1 1 8.5rem;background:var(--band);border-radius:.6rem;padding:.8rem 1rem;line-height:1.3;color:var(--soft)}
.sums b{display:block;font-size:1.9rem;line-height:1.15;color:var(--ink);font-variant-numeric:tabular-nums}
.short{margin:0 0 1.8rem;padding:0;list-style:none}
.short li{margin:.5rem 0;padding-left:1rem;border-left:4px solid var(--line)}
.reading{background:var(--band);border-radius:.6rem;padding:1rem 1.4rem 1.1rem;margin:0}
.reading h2{font-size:1.08rem}
.reading ul{margin:0;padding-left:1.1rem;font-size:.94rem}
.reading li{margin:.3rem 0}
nav{margin-top:1.8rem}
nav h2{font-size:1.08rem}
nav ul{columns:2;column-gap:2.5rem;margin:0;padding:0;list-style:none}
nav li{break-inside:avoid;margin:0 0 .35rem}
.tag{display:inline-block;margin:0 0 .6rem;padding:.12rem .7rem;border-radius:1rem;background:var(--deep);color:#fff;font-size:.85rem;font-weight:600}
.about{color:var(--soft);margin:0 0 1.1rem}
.note{color:var(--soft);font-size:.92rem}
.mind{border-left:4px solid #8a3a00;padding:.2rem 0 .2rem 1rem}
.keep{--fill:#3a8a66;--deep:#0f5238}
.improve{--fill:#c2662a;--deep:#7d3500}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
thead th{font-size:.85rem;font-weight:600;color:var(--soft);vertical-align:bottom}
th,td{padding:.5rem .8rem .5rem 0;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
tbody th{font-weight:400}
.percent,.count,.margin{text-align:right;white-space:nowrap;width:1%}
.percent{font-weight:600}
thead .count,thead .margin,thead .percent{white-space:normal}
td.margin,td[data-head]::before{color:var(--soft)}
.chart{width:38%;min-width:8rem}
.few{color:var(--soft);font-style:italic;white-space:nowrap}
svg{display:block;width:100%}
.bar{height:1.15rem;border-radius:2px}
.track{fill:#e6ebf3}
.fill{fill:var(--fill)}
.unsure .fill{fill:var(--unsure)}
.a .fill{fill:var(--a)}
.b .fill{fill:var(--b)}
.whisker{fill:none;stroke:var(--ink);stroke-width:1.6;vector-effect:non-scaling-stroke}
.side-a,.side-b{font-weight:700}
.side-a{color:#1d4683}
.side-b{color:#7d3500}
.split{margin:0 0 1rem}
.split svg{height:2.2rem;border-radius:4px;overflow:hidden}
.sides{display:flex;justify-content:space-between;gap:1rem;margin:0 0 .25rem;max-width:none;font-size:1.15rem}
.sides .unsure{color:var(--soft);font-size:1rem;align-self:end}
rect.a{fill:var(--a)}
rect.b{fill:var(--b)}
rect.unsure{fill:#d3d8e2}
.half{stroke:#fff;stroke-width:1;stroke-dasharray:3 3;vector-effect:non-scaling-stroke}
.plain,.totals{width:fit-content}
.plain th[scope=row],.totals th[scope=row]{padding-right:2.5rem}
.totals .chart{width:16rem}
.totals .bar{height:.8rem}
.plain .count,.totals .count{padding-left:1rem;width:auto}
.wide{overflow-x:auto}
.remarks{margin:0;padding:0;list-style:none;columns:19rem 2;column-gap:2.5rem}
.remarks li{padding:.55rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
blockquote{margin:0;white-space:pre-line}
.unread{font-size:.85rem;color:#7d3500}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media screen and (max-width:40rem){
html{font-size:16px}
body{padding:1.5rem 1rem 3rem}
h1{font-size:1.9rem}
nav ul{columns:1}
.bars,.bars tbody{display:block}
.bars thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.bars tr{display:grid;grid-template-columns:1fr auto auto;align-items:baseline;column-gap:.9rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
.bars th,.bars td{border:0;padding:0;width:auto;min-width:0}
.bars tbody th{grid-column:1/-1}
.bars .chart{grid-column:1/-1;margin:.3rem 0}
.bars td.few{grid-column:1/-1;text-align:left}
.bars .chart:empty,.bars .percent:empty{display:none}
.bars .percent{text-align:left}
.bars td[data-head]::before{content:attr(data-head) " ";font-size:.85rem}
.plain,.totals{width:100%}
.plain th[scope=row],.totals th[scope=row]{padding-right:.8rem}
.totals .chart{width:auto;min-width:3rem}
.plain .count,.totals .count{padding-left:.2rem}
}
@page{size:A4;margin:17mm 17mm 18mm}
@media print{
html{font-size:10.5pt}
body{padding:0;max-width:none}
section{margin-top:1.4rem;padding-top:1.1rem}
h1,h2,h3,h4,.about,.tag,.sides{break-after:avoid}
tr,.split,.sums,.reading,.short li,.remarks li{break-inside:avoid}
table,.question{break-inside:avoid}
.totals{break-inside:auto}
thead{display:table-header-group}
nav{break-inside:avoid}
.lead,.mind{break-after:avoid}
a{color:inherit;text-decoration:none}
}
)";

}  // namespace kiosk::batch
