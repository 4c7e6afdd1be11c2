/// The page's one style sheet.
///
/// Colours are few and named: blue for what is reached and counted, orange for what is below or left
/// out (told apart by every kind of colour vision), each beside a word or a number.
package enum PageStyle {
  /// Nothing but this style sheet, by its digest.
  package static let contentSecurityPolicy =
    "default-src 'none'; style-src '\(ContentDigest.source("\(sheet)"))'; base-uri 'none'; "
    + "form-action 'none'"

  package static let sheet: StaticString = """

    :root {
      color-scheme: light;
      --ground: #f4f3ef; --paper: #ffffff; --ink: #1c2530; --quiet: #56616d; --rule: #dedbd3;
      --strong: #1d4f7c; --link: #1d5a8f; --bar: #2f72a8; --track: #e8ebee; --left: #cfd9e2;
      --reached: #1d5a8f; --below: #9c4a0c; --out: #d9822b; --wash: #f1f5f8; --warm: #fbf3e6;
      --mark: #1c2530;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        color-scheme: dark;
        --ground: #10151b; --paper: #19212a; --ink: #e7ecf1; --quiet: #a8b4c0; --rule: #303b47;
        --strong: #a9d2f3; --link: #8cc4f0; --bar: #5fa8dc; --track: #27323d; --left: #3a4856;
        --reached: #8cc4f0; --below: #f2ad6b; --out: #e0913f; --wash: #1f2933; --warm: #2c2519;
        --mark: #f3f6f9;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; border-top: 5px solid var(--strong); background: var(--ground); color: var(--ink);
      font: 1rem/1.7 "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei",
        system-ui, sans-serif;
      overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
    }
    h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, table { margin: 0; padding: 0; }
    h1, h2, h3, h4 { line-height: 1.35; text-wrap: balance; }
    ul, .numbers { list-style: none; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible {
      outline: 3px solid var(--bar); outline-offset: 2px; border-radius: 2px;
    }
    code {
      font: .85em/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK TC",
        monospace;
      background: var(--wash); padding: .1em .35em; border-radius: 3px;
    }
    svg { display: block; width: 100%; overflow: visible; }
    svg text { fill: var(--ink); font-family: inherit; }
    .quiet, .unit, .other { color: var(--quiet); }
    .unit { font-size: .85em; }
    .other { display: block; font-size: .875rem; line-height: 1.5; }
    .number { text-align: right; white-space: nowrap; }
    .hidden {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }

    .masthead, .frame, footer { max-width: 82rem; margin: 0 auto; padding: 0 2rem; }
    .masthead { padding-top: 3.5rem; padding-bottom: 2.5rem; }
    .programme { color: var(--quiet); letter-spacing: .04em; }
    h1 { font-size: 2.25rem; font-weight: 700; margin: .25rem 0 .75rem; }
    .edition { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; }
    .edition span { color: var(--quiet); }
    .edition .badge {
      color: var(--below); border: 1px solid; border-radius: 99px; padding: 0 .75rem;
      font-size: .875rem;
    }
    .masthead .quiet { margin-top: .75rem; max-width: 56rem; font-size: .9rem; }
    .frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 3rem; }
    nav {
      position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem);
      overflow-y: auto; font-size: .8125rem; line-height: 1.45; padding-bottom: 1rem;
    }
    nav a { color: var(--quiet); text-decoration: none; display: flex; gap: .5rem; padding: .25rem 0; }
    nav a:hover { color: var(--link); text-decoration: underline; }
    .sections { font-size: .9375rem; padding-bottom: .75rem; margin-bottom: .75rem;
      border-bottom: 1px solid var(--rule); }
    .sections a { color: var(--ink); font-weight: 600; }
    .numbers .number { flex: 0 0 1.25rem; color: var(--quiet); }
    main > section { margin-bottom: 4rem; }
    h2 { font-size: 1.5rem; margin-bottom: 1.25rem; }
    .card {
      background: var(--paper); border: 1px solid var(--rule); border-radius: 6px;
      padding: 1.75rem 2rem; margin-bottom: 1.5rem;
    }
    .card > h3 { font-size: 1.125rem; margin-bottom: 1rem; }

    .summary { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin-bottom: 1.5rem; }
    .summary li { color: var(--quiet); }
    .summary strong { font-size: 2rem; line-height: 1.2; color: var(--ink); margin-right: .1em; }
    .summary .reached strong { color: var(--reached); }
    .summary .below strong { color: var(--below); }

    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; }
    th { text-align: left; font-weight: 400; }
    th.number { text-align: right; }
    td, th { vertical-align: baseline; unicode-bidi: isolate; }
    .overview {
      background: var(--paper); border: 1px solid var(--rule); border-radius: 6px;
      border-collapse: separate; border-spacing: 0;
    }
    .overview caption { caption-side: bottom; color: var(--quiet); font-size: .8125rem;
      padding-top: .75rem; }
    .overview thead th { color: var(--quiet); font-size: .8125rem; padding: .9rem .75rem .6rem;
      border-bottom: 1px solid var(--rule); line-height: 1.35; vertical-align: bottom;
      white-space: normal; overflow-wrap: normal; word-break: keep-all; }
    .overview tbody > tr > * { padding: .8rem .75rem; border-bottom: 1px solid var(--rule);
      vertical-align: middle; line-height: 1.45; }
    .overview tbody > tr:last-child > * { border-bottom: 0; }
    .overview .ordinal { color: var(--quiet); padding-left: 1.25rem; white-space: nowrap; }
    .overview thead th:first-child { padding-left: 1.25rem; }
    .overview thead th:last-child { padding-right: 1.25rem; }
    .same { color: var(--quiet); font-size: .875em; }
    .overview th a { font-weight: 600; color: var(--ink); text-decoration: none; }
    .overview th a:hover { text-decoration: underline; }
    .overview .other { font-size: .78rem; line-height: 1.4; }
    .overview th[scope=row] { min-width: 9rem; width: 32%; }
    .overview .value { white-space: nowrap; }
    .overview .value strong { font-size: 1.25rem; }
    .overview .drawing { width: 22%; min-width: 7rem; font-size: .875rem; }
    .overview .rate .verdict { display: block; }
    .overview .year { padding-right: 1.25rem; }
    .overview .change { display: block; color: var(--quiet); font-size: .8125rem; }
    .verdict { font-size: .8125rem; font-weight: 600; white-space: nowrap; }
    .verdict.reached { color: var(--reached); }
    .verdict.below { color: var(--below); }
    .verdict::before { content: ""; display: inline-block; width: .6em; height: .6em;
      border: 2px solid currentColor; border-radius: 50%; margin: 0 .3em 0 .15em; }
    .verdict.reached::before { background: currentColor; }

    .bullet { height: 24px; }
    .bullet .track { fill: var(--track); }
    .bullet.reached .bar { fill: var(--bar); }
    .bullet.below .bar { fill: var(--out); }
    .bullet .mark { stroke: var(--mark); stroke-width: 2.5; }
    .bullet .before { fill: var(--paper); stroke: var(--mark); stroke-width: 1.5; }
    .bullet .beyond { fill: var(--paper); font-size: 14px; font-weight: 700; text-anchor: end; }

    .scroll { overflow-x: auto; }
    .scroll table { font-size: .9rem; line-height: 1.5; }
    .scroll caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    .scroll th, .scroll td { padding: .55rem .75rem; border-bottom: 1px solid var(--rule); }
    .scroll th:first-child, .scroll td:first-child { padding-left: 0; }
    .scroll th:last-child, .scroll td:last-child { padding-right: 0; }
    .scroll thead th { color: var(--quiet); font-size: .8125rem; white-space: nowrap; }
    .scroll .number { white-space: nowrap; }
    .scroll tbody th { min-width: 11rem; }
    .scroll .ordinal { color: var(--quiet); display: inline-block; min-width: 1.25rem; }
    .scroll td:not(.number) { min-width: 6rem; }
    .scroll td.wide { min-width: 15rem; }
    .scroll td.short { white-space: nowrap; }
    .causes .amount { white-space: nowrap; font-weight: 600; }
    .digest { display: block; width: 10rem; font-size: .75rem; background: none; padding: 0; color: var(--quiet);
      line-height: 1.35; }
    .severity { white-space: nowrap; font-weight: 600; }
    .severity.error { color: var(--below); }

    .kpi { padding-bottom: 1.25rem; }
    .kpi > header { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: 1.5rem 2.5rem;
      align-items: start; padding-bottom: 1.5rem; }
    .kpi .heading { display: flex; gap: 1rem; }
    .kpi .heading .ordinal { flex: 0 0 2.25rem; height: 2.25rem; border-radius: 50%;
      background: var(--wash); color: var(--strong); font-weight: 700; text-align: center;
      line-height: 2.25rem; }
    .kpi h3 { font-size: 1.3125rem; margin-bottom: .25rem; }
    .kpi h4 { font-size: .9375rem; color: var(--strong); margin: 2rem 0 .75rem; }
    .kpi .standing .value strong { font-size: 2.5rem; line-height: 1; letter-spacing: -.01em; }
    .kpi .standing .value .words { font-size: 1.375rem; }
    .kpi .standing .value { margin-bottom: .6rem; line-height: 1.1; }
    .kpi .standing .quiet { font-size: .875rem; }
    .kpi .against { font-size: .875rem; color: var(--quiet); margin-top: .25rem; }
    .definition { background: var(--wash); border-radius: 4px; padding: 1.1rem 1.35rem; }
    .kpi .definition h4 { margin: 0 0 .35rem; }
    .definition blockquote { max-width: 48rem; }
    .facts { display: flex; flex-wrap: wrap; gap: .15rem 1.75rem; margin-top: .6rem;
      font-size: .8125rem; }
    .facts div { display: flex; gap: .5rem; }
    .facts dt { color: var(--quiet); white-space: nowrap; }
    .facts code { background: none; padding: 0; }
    .callout { border-left: 3px solid var(--rule); padding: .1rem 0 .1rem 1.1rem; margin-top: 1.1rem;
      font-size: .9375rem; }
    .callout.warning { border-color: var(--out); }
    .callout.open { border-color: var(--bar); }
    .kpi .callout h4 { margin: 0 0 .15rem; font-size: .875rem; }
    .kpi .callout.warning h4 { color: var(--below); }
    .tiles { display: flex; flex-wrap: wrap; gap: 0 3.5rem; }
    .tiles dl { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; }
    .tiles dt { font-size: .875rem; color: var(--quiet); }
    .tiles dd strong { font-size: 1.375rem; }
    .charts { display: grid; gap: 1.75rem 3rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); align-items: start; }
    .bars caption .quiet { font-weight: 400; }
    .bars caption, .chart .caption { font-size: .875rem; font-weight: 700; padding-bottom: .35rem; }
    .bars { font-size: .875rem; line-height: 1.4; table-layout: fixed; }
    .bars th { width: 38%; padding: .22rem .75rem .22rem 0; }
    .bars td { padding: .22rem 0; }
    .bars th, .bars td { vertical-align: middle; }
    .line { display: flex; align-items: center; gap: .6rem; }
    .line svg { flex: 1; min-width: 0; }
    .line .number { flex: 0 0 auto; min-width: 3.25em; }
    svg.bar { height: 14px; fill: var(--bar); }
    .masked { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 1 5; }
    .waterfall th { width: 42%; }
    .waterfall .number { min-width: 4.5em; }
    .waterfall .total th, .waterfall .total .number { font-weight: 700; }
    .waterfall code { font-size: .75rem; color: var(--quiet); background: none; padding: 0; }
    .rect-kept { fill: var(--bar); }
    .rect-left { fill: var(--left); }
    .rect-out { fill: var(--out); }
    .funnel > .quiet { font-size: .8125rem; margin-bottom: .6rem; }
    .chart .quiet, .withheld { font-size: .875rem; }
    .charts + .withheld { margin-top: 1.25rem; }
    details { margin-top: .35rem; }
    summary { color: var(--link); cursor: pointer; font-size: .875rem; padding: .25rem 0;
      width: fit-content; }
    details .bars caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    svg.line { display: block; height: 150px; max-width: 44rem; }
    svg.line text { text-anchor: middle; }
    svg.line .axis { stroke: var(--rule); }
    svg.line .stroke { stroke: var(--bar); stroke-width: 2; }
    svg.line .point { fill: var(--paper); stroke: var(--bar); stroke-width: 2; }
    svg.line .point.this { fill: var(--bar); }
    svg.line .amount { font-size: 13px; }
    svg.line .amount.this { font-weight: 700; font-size: 15px; }
    svg.line .tick { font-size: 11px; fill: var(--quiet); }
    .up { margin-top: 1.5rem; font-size: .8125rem; }
    .up a { text-decoration: none; }

    .guides { display: grid; gap: 1.5rem; margin-bottom: 1.5rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
    .guides .card { margin: 0; }
    .guides ol { padding-left: 1.35rem; font-size: .9375rem; }
    .guides li { margin-bottom: .35rem; }
    .glossary { display: grid; gap: 1rem 3rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
    .glossary dt { font-weight: 600; }
    .glossary dd { font-size: .9rem; color: var(--quiet); line-height: 1.6; }
    footer { color: var(--quiet); font-size: .8125rem; padding-bottom: 3rem; }

    @media screen and (max-width: 68rem) {
      .frame { display: block; }
      nav { position: static; max-height: none; margin-bottom: 2.5rem; }
      .sections, .numbers { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
      .numbers { gap: .4rem; }
      .numbers .name { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); }
      .numbers a { min-width: 2.5rem; height: 2.5rem; justify-content: center; align-items: center;
        border: 1px solid var(--rule); border-radius: 4px; background: var(--paper); }
      .numbers .number { flex: none; color: var(--ink); }
    }
    @media screen and (max-width: 56rem) {
      .masthead, .frame, footer { padding-left: 1rem; padding-right: 1rem; }
      .masthead { padding-top: 2rem; padding-bottom: 1.5rem; }
      h1 { font-size: 1.625rem; }
      h1 .school { display: block; }
      .card { padding: 1.25rem 1.1rem; }
      .overview, .overview tbody { display: block; }
      .overview { border: 0; background: none; }
      .overview caption { display: block; padding: 0 0 1rem; }
      .overview thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); }
      .overview tbody > tr { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr) minmax(0, 1fr) auto;
        background: var(--paper); border: 1px solid var(--rule); border-radius: 6px;
        padding: 1rem 1.1rem; margin-bottom: .75rem; gap: .35rem .75rem; }
      .overview tbody > tr > *, .overview .ordinal, .overview .year { padding: 0; border: 0; }
      .overview th[scope=row] { width: auto; min-width: 0; grid-column: 2 / 4; }
      .overview .value { grid-column: 4; grid-row: 1; }
      .overview .value strong { font-size: 1.5rem; }
      .overview .drawing { grid-column: 1 / -1; width: auto; padding: .25rem 0; }
      .overview td[data-label] { font-size: .875rem; text-align: left; grid-column: span 2;
        white-space: normal; }
      .overview td[data-label]::before { content: attr(data-label) " "; color: var(--quiet); }
      .overview .rate .verdict, .overview .change { display: inline; }
      .kpi > header { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
      .kpi h3 { font-size: 1.125rem; }
      .kpi .heading { gap: .75rem; }
      .scroll table { font-size: .8125rem; }
      .scroll th, .scroll td { padding-left: .4rem; padding-right: .4rem; }
      .scroll tbody th { min-width: 7rem; }
      .scroll thead th.number { white-space: normal; min-width: 3.25rem; }
    }
    @media print {
      @page { size: A4; margin: 15mm 14mm 16mm; }
      body { border: 0; background: none; font-size: 9.5pt; line-height: 1.55; }
      nav, .skip, .up, summary, .history details { display: none; }
      .masthead, .frame, footer { max-width: none; padding: 0; }
      .masthead { padding-bottom: .75rem; }
      h1 { font-size: 18pt; margin: 0 0 .25rem; }
      main > section { margin-bottom: 2rem; }
      .summary { margin-bottom: .75rem; }
      .summary strong { font-size: 15pt; }
      h2 { margin-bottom: .6rem; }
      h2 { font-size: 14pt; }
      .frame { display: block; }
      .card { padding: 0 0 .5rem; border: 0; border-radius: 0; margin-bottom: 1.75rem; }
      .kpi { border-top: 1.5px solid var(--ink); padding-top: .9rem; }
      .kpi > header { grid-template-columns: minmax(0, 1fr) 13rem; padding-bottom: 1rem; }
      .kpi > header, .definition, .callout, .tiles, .line, .chart tr, .waterfall, .overview tr,
      .scroll tr, .history, .funnel, .guides .card, .glossary div, .summary { break-inside: avoid; }
      .kpi > header, h2, h3, h4, caption, .caption { break-after: avoid; }
      #kpis, #quality, #notes { break-before: page; }
      .kpi h4 { margin-top: 1.25rem; }
      .charts { display: block; columns: 2; column-gap: 2.25rem; }
      .chart { margin-bottom: 1.1rem; }
      .bars { break-inside: avoid; }
      details .bars { break-inside: auto; }
      .overview { font-size: 8pt; border: 0; }
      .overview tbody > tr > *, .overview thead th { padding: .18rem .4rem; line-height: 1.25; }
      .overview .ordinal { padding-left: .4rem; }
      .overview .other { font-size: 7pt; }
      .overview th[scope=row] { min-width: 0; }
      .overview .drawing { min-width: 6rem; }
      .overview .value strong { font-size: 11pt; }
      .overview .bullet { height: 20px; }
      .overview caption { caption-side: top; font-size: 7.5pt; padding: 0 0 .4rem; }
      .scroll { overflow: visible; }
      .scroll table { font-size: 8.5pt; }
      .scroll th, .scroll td { padding-top: .22rem; padding-bottom: .22rem; }
      .scroll thead th { white-space: normal; overflow-wrap: normal; word-break: keep-all; }
      .guides, .glossary { grid-template-columns: 1fr 1fr; gap: 1rem 2.25rem; }
      .scroll tbody th, .scroll td:not(.number) { min-width: 0; }
      .digest { width: 11rem; font-size: 6.5pt; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
      a { color: inherit; text-decoration: none; }
      svg, .definition, .ordinal { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
