/** The whole style of a static page; one block, so that a page is one file. Colours of look.md. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#5d656f;--paper:#fbfaf7;--line:#d9d5cb;--kept:#17705f;--go:#2b63a8;--stall:#96590a;--broken:#8a2d3b;--open:#6b7280}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a3abb5;--paper:#16191d;--line:#343a42;--kept:#5fc2ab;--go:#7fb2ee;--stall:#e0a552;--broken:#e08a97;--open:#9aa3ad}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1rem 1.25rem 3rem;background:var(--paper);color:var(--ink);font:15px/22px system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word;hyphens:manual}
a{color:var(--go);text-underline-offset:2px}
a:focus-visible{outline:2px solid var(--go);outline-offset:2px}
header,footer{display:flex;flex-wrap:wrap;gap:.25rem 1rem;color:var(--soft);font-size:14px}
header{border-bottom:1px solid var(--line);padding-bottom:.5rem;justify-content:space-between}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem}
nav a{margin-inline-start:.75rem}
h1{font-size:24px;line-height:30px;margin:1.25rem 0 .25rem}
h2::first-letter,dt::first-letter{text-transform:uppercase}
h2{font-size:17px;line-height:24px;margin:1.75rem 0 .5rem}
p{margin:.35rem 0}
.soft{color:var(--soft)}
ul,ol{margin:0;padding:0;list-style:none}
li{padding:.6rem 0;border-top:1px solid var(--line)}
.meta{display:block;color:var(--soft);font-size:14px;line-height:20px}
.sign{font-style:normal;display:inline-block;min-width:1.1em}
.kept,.partlyKept{color:var(--kept)}.inProgress{color:var(--go)}.stalled{color:var(--stall)}.broken{color:var(--broken)}.notRated,.unrateable{color:var(--open)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.75rem 0}
dt{color:var(--soft)}dd{margin:0}
blockquote{margin:.5rem 0;padding-inline-start:.9rem;border-inline-start:3px solid var(--line)}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--line:#999;--kept:#000;--go:#000;--stall:#000;--broken:#000;--open:#000}body{max-width:none;padding:0;font-size:10.5pt}nav,.noprint{display:none}a{color:inherit;text-decoration:none}li{break-inside:avoid}.source::after{content:" <" attr(href) ">";font-size:9pt}}
`;
