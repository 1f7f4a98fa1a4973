/** The look of the page for the yearly review, made for paper first: A4 across, black on white, nothing told by colour alone. */
export const reviewStyle = `
:root { --ink: #17202b; --soft: #55606e; --line: #c3cad3; --faint: #f1f4f7; --accent: #1d4a73; }
* { box-sizing: border-box; }
html { color-scheme: only light; color: var(--ink); background: #fff; font: 14px/1.45 "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
body { margin: 0 auto; padding: 28px 32px 48px; max-width: 1180px; }
h1, h2, h3, p, dl, dd, table { margin: 0; }
h1 { font-size: 26px; font-weight: 650; letter-spacing: -0.01em; line-height: 1.2; color: var(--accent); }
h2 { font-size: 20px; font-weight: 650; line-height: 1.25; }
h2 .number { font-weight: 400; color: var(--soft); padding-left: 8px; }
h3, h2.contents { font-size: 14px; font-weight: 650; color: var(--accent); margin: 20px 0 6px; }
.top { border-bottom: 2px solid var(--accent); padding-bottom: 10px; }
.top p { color: var(--soft); margin-top: 4px; }
.client { border-top: 1px solid var(--line); margin-top: 36px; padding-top: 24px; }
.client:first-of-type { border-top: 0; margin-top: 18px; padding-top: 0; }
.facts { display: grid; grid-template-columns: repeat(5, auto); gap: 2px 28px; margin-top: 10px; justify-content: start; }
.facts div { min-width: 0; }
dt { font-size: 11px; color: var(--soft); }
dd { font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
caption { text-align: left; font-size: 11px; color: var(--soft); padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 5px 7px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { font-size: 11px; font-weight: 650; color: var(--ink); background: var(--faint); border-bottom: 1.5px solid var(--ink); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 600; }
small { font-size: 11px; color: var(--soft); font-weight: 400; }
td small, th small, p small { display: block; }
thead small { margin-bottom: 6px; }
code { font: 11px/1.4 "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
code span { display: inline-block; max-width: 100%; }
.findings th:nth-child(2) { width: 15%; }
.findings th:nth-child(4) { width: 31%; }
.narrow { width: 1%; white-space: nowrap; }
.mark { display: inline-block; min-width: 15px; font-weight: 700; }
.error .level { font-weight: 700; text-decoration: underline; }
.warning .level { font-weight: 700; }
.matrix .theme { width: 34px; padding: 6px 2px; text-align: center; }
.matrix .theme span { display: inline-block; writing-mode: vertical-rl; text-orientation: sideways; transform: rotate(180deg); max-height: 150px; line-height: 1.15; text-align: left; overflow-wrap: anywhere; }
.matrix td.may { text-align: center; padding-left: 0; padding-right: 0; }
.matrix .no { color: var(--soft); }
.matrix .off { color: var(--soft); }
.matrix .off th { font-weight: 400; font-style: italic; }
.matrix .admin th { font-weight: 700; }
.long tbody tr:nth-child(5n) > * { border-bottom-color: var(--ink); }
.box { display: inline-block; width: 15px; height: 15px; border: 1.2px solid var(--ink); }
.tick { text-align: center; width: 44px; }
.legend { font-size: 11px; color: var(--soft); margin-top: 6px; }
.end { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin-top: 22px; }
.end > div { border: 1px solid var(--line); border-radius: 4px; padding: 12px 14px; }
.end > div:only-child { grid-column: 1 / -1; }
.end h3 { margin: 0 0 4px; }
.end dt { margin-top: 6px; }
.end dd { font-weight: 400; }
.signed { border-left: 4px solid var(--accent) !important; }
.lines { display: grid; grid-template-columns: 1.2fr 1fr 1.4fr; gap: 18px; margin-top: 34px; }
.lines span { border-top: 1px solid var(--ink); font-size: 11px; color: var(--soft); padding-top: 3px; }
.digest { font-size: 11px; color: var(--soft); margin-top: 12px; }
a { color: inherit; }
@media screen and (max-width: 760px) {
  body { padding: 16px; }
  .facts { grid-template-columns: 1fr 1fr; }
  .end, .lines { grid-template-columns: 1fr; }
  .scroll { overflow-x: auto; }
  .scroll table { min-width: 660px; }
}
@page { size: A4 landscape; margin: 12mm 12mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, "DejaVu Sans", sans-serif; color: #55606e; } }
@media print {
  html { font-size: 9.5pt; }
  body { padding: 0; max-width: none; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3, h2.contents { font-size: 10.5pt; margin-top: 4mm; }
  table { font-size: 8.5pt; }
  caption, dt, small, thead th, .legend, .digest, .lines span { font-size: 7.5pt; }
  code { font-size: 7.5pt; }
  th, td { padding: 1.1mm 1.8mm; }
  .client, .client:first-of-type { break-before: page; border: 0; margin: 0; padding: 0; }
  .client.alone { break-before: auto; padding-top: 4mm; }
  .end { margin-top: 3mm; gap: 4mm; }
  .end > div { padding: 2.5mm 3.5mm; }
  .digest, .legend { margin-top: 1.5mm; }
  thead { display: table-header-group; }
  tr, .facts, .short, .end, .end > div { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  .legend { break-before: avoid; }
  .matrix .theme { padding: 1mm 0.5mm; }
  .matrix .theme span { max-height: 36mm; }
  .own-page { break-before: page; }
  .own-page h3 { margin-top: 0; }
  .matrix tbody tr:nth-last-child(-n+3), .digest, .end { break-before: avoid; }
  a { text-decoration: none; }
}
`;
