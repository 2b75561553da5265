/// The style sheet of a page: the tokens of the visual grammar, in light and dark, on screens and on paper.
///
/// A backslash at the end of a line joins it with the next one. There is one sheet for all pages, so that its hash in
/// the security policy is the same everywhere.
enum PageStyle {
    static let sheet = "\(staticSheet)"

    static let staticSheet: StaticString = """
        :root{color-scheme:light dark;--paper:#fbfaf7;--card:#ffffff;--ink:#1c1b19;--soft:#5f5c55;--hair:#dedad1;--wash:#f3f0e9;\
        --z:#8a5a00;--a:#1c7434;--w:#1a5fb4;--b:#20697c;--l:#b3123f;--d:#7a35c0;--neg:#b84500;--dwash:#f2eafb;\
        --q0:#d89a75;--q1:#e3b79c;--q2:#eed4c4;--q3:#f9f1eb;--q4:#edf3f9;--q5:#cadaee;--q6:#a6c1e2;--q7:#83a8d6;
        --text:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
        --mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
        --math:"Cambria Math","STIX Two Text","Latin Modern Math","Liberation Serif",Georgia,serif;
        --s1:12.5px;--s2:14.5px;--s3:17px;--s4:22px;--s5:42px}
        @media (prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1b1e24;--ink:#eceae4;--soft:#a9a69e;--hair:#353941;--wash:#23272e;\
        --z:#e6b450;--a:#74cf8e;--w:#82b6ff;--b:#6cc6da;--l:#ff86a0;--d:#c8a2ff;--neg:#ff9d5e;--dwash:#2b2338;\
        --q0:#976343;--q1:#734f3a;--q2:#503c31;--q3:#2d2828;--q4:#232a35;--q5:#334157;--q6:#435979;--q7:#53709b;}}
        *{box-sizing:border-box}
        html{font:400 var(--s3)/1.6 var(--text);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;\
        scroll-padding-top:16px}
        body{margin:0;overflow-wrap:anywhere;overflow-x:clip}
        a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:3px}
        a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--w);outline-offset:2px;border-radius:4px}
        .wrap{max-width:1264px;margin:0 auto;padding:0 16px 72px;position:relative}
        header.title{margin:22px 0 0}
        .place{margin:0 0 6px;font-size:var(--s2);color:var(--soft)}
        h1{font-size:clamp(30px,5vw,var(--s5));line-height:1.08;letter-spacing:-.022em;margin:0}
        .lede{margin:6px 0 0;color:var(--soft);max-width:56ch;line-height:1.45}
        .aims{margin:18px 0 0;font-size:var(--s2);line-height:1.5}
        .aims p{margin:0 0 4px;color:var(--soft);font-weight:600}
        .aims ul{margin:0;padding:0;list-style:none}
        .aims li{padding-left:18px;position:relative}
        .aims li:before{content:"";position:absolute;left:0;top:.68em;width:8px;height:2px;background:var(--soft)}
        h2{font-size:var(--s4);line-height:1.25;letter-spacing:-.012em;margin:56px 0 10px}
        h3{font-size:var(--s3);line-height:1.35;margin:30px 0 6px}
        h4{font-size:var(--s2);line-height:1.35;margin:18px 0 4px}
        .text>h2:first-child{margin-top:40px}
        p{margin:0 0 14px}
        .text>p,.text>ul,.text>ol,.steps,.todo{max-width:66ch}
        .text>ul,.text>ol{margin:0 0 14px;padding-left:26px}
        hr{border:0;border-top:1px solid var(--hair);margin:36px 0;max-width:66ch}
        img{max-width:100%;height:auto}
        .value{font-variant-numeric:tabular-nums}
        code,.src,.out,.listing{font-family:var(--mono);font-variant-numeric:tabular-nums}
        code{font-size:.87em}.src code{font-size:1em}
        var{font-family:var(--math);font-style:normal;font-size:1.07em;line-height:0;white-space:nowrap}
        .z{color:var(--z)}.a{color:var(--a)}.w{color:var(--w)}.b{color:var(--b)}.l{color:var(--l)}.d{color:var(--d)}
        .soft,.missing,.caption{color:var(--soft)}.failed{color:var(--l)}
        .caption,figcaption{font-size:var(--s2);color:var(--soft);line-height:1.45}
        .d .z,.d .a,.d .w,.d .b,.d .l{color:inherit}
        math{font-size:1.12em}
        .formula{overflow-x:auto;overflow-y:hidden;max-width:66ch;margin:6px 0 18px;padding:4px 0}
        mtable.aligned>mtr>mtd:nth-child(odd){text-align:right}mtable.aligned>mtr>mtd:nth-child(even){text-align:left}
        .body{display:grid;grid-template-columns:minmax(0,1fr)}
        .text{min-width:0}
        .toc{font-size:var(--s2);line-height:1.45;margin-top:28px}
        .toc b{color:var(--soft);font-weight:600}
        .toc ol{margin:4px 0 0;padding:0;list-style:none}.toc li{padding:3px 0}
        .toc a{text-decoration:none}.toc a:hover{text-decoration:underline}
        figure{margin:18px 0}
        figure.cell{background:var(--wash);border-radius:10px;padding:10px 0 0;overflow:hidden}
        .cell figcaption{font-size:var(--s1);padding:0 16px 6px;display:flex;gap:12px}
        .cell figcaption b{font-weight:600;color:var(--ink)}.cell figcaption span{margin-left:auto}
        .src{list-style:none;margin:0;padding:0 0 12px;font-size:12.5px;line-height:1.5;overflow-x:auto;\
        background:var(--wash)}
        .src li{display:flex;white-space:pre;min-width:max-content}
        .src li:before{content:attr(value);width:44px;padding-right:14px;text-align:right;color:var(--soft);flex:none;\
        position:sticky;left:0;background:var(--wash)}
        .src code{flex:1;padding-right:12px}.c{color:var(--soft);font-style:normal}
        .out{margin:0;border-top:1px solid var(--hair);padding:8px 16px 10px 44px;font-size:12.5px;line-height:1.5;\
        white-space:pre;overflow-x:auto}
        .listing{background:var(--wash);border-radius:10px;padding:12px 16px;font-size:12.5px;line-height:1.5;\
        overflow-x:auto;margin:18px 0}
        .todo{margin:0;padding:8px 16px 10px;border-top:1px solid var(--hair);font-size:var(--s2);max-width:none}
        .predict>summary{padding:8px 16px;border-top:1px solid var(--hair);font-size:var(--s2)}
        blockquote{border-left:3px solid var(--ink);padding:2px 0 2px 18px;margin:26px 0;max-width:66ch}
        blockquote>:last-child{margin-bottom:0}
        .ask{border-top:1px solid var(--hair);border-bottom:1px solid var(--hair);padding:16px 0;margin:26px 0;max-width:68ch}
        .ask h3{margin:0 0 6px}
        .ask ul{list-style:none;margin:0;padding:0}.ask li{padding:3px 0 3px 32px;position:relative}
        .ask input{position:absolute;left:2px;top:8px;width:18px;height:18px;margin:0;accent-color:var(--ink)}
        .ask label{cursor:pointer;display:block}
        .why{display:none;margin:4px 0 6px;font-size:var(--s2);line-height:1.5;padding-left:14px;border-left:3px solid var(--neg)}
        .why.ok{border-color:var(--a)}.ask input:checked~.why{display:block}
        summary{cursor:pointer;padding:4px 0;font-weight:600}
        details.hint{margin:8px 0;font-size:var(--s2);max-width:66ch}
        details.hint p{margin:2px 0 8px 18px}details.hint .src{border-radius:10px;padding:10px 0}
        .diag{margin:18px 0;border-left:3px solid var(--l);padding:2px 0 2px 16px}
        .diag pre{font:12.5px/1.5 var(--mono);margin:0;overflow-x:auto;padding:2px 0 6px}.diag .l{font-weight:700}
        .scroll{overflow-x:auto;margin:14px 0}.over{margin:14px 0 -8px}
        table{border-collapse:collapse;font-size:var(--s2);line-height:1.4}
        caption{text-align:left;color:var(--soft);padding-bottom:6px}
        th,td{padding:5px 18px 5px 0;text-align:left;vertical-align:top}
        th:last-child,td:last-child{padding-right:0}
        .right{text-align:right}.center{text-align:center}
        thead th{border-bottom:1px solid var(--soft);font-weight:400;vertical-align:bottom}
        .words thead th{font-weight:600}
        tbody tr+tr>*{border-top:1px solid var(--hair)}tbody tr.more>*{border-top:0;padding-top:0}
        tr:has(+.more)>*{padding-bottom:1px}
        tbody th{font-weight:600}
        td.right{font-family:var(--mono);font-size:13px;font-variant-numeric:tabular-nums;white-space:nowrap}
        .words td.right{font:inherit}
        .steps{font-size:var(--s2);line-height:1.55;margin:0 0 18px}
        .steps ol{margin:0;padding:0;list-style:none;font-variant-numeric:tabular-nums}
        .steps li{padding:1px 0 1px 1.5em;text-indent:-1.5em}
        figure.network{margin:22px 0;max-width:720px}
        .net{display:block;height:auto;font-family:var(--text);max-width:100%}
        .net.wide{display:none}.net.tall{min-width:340px}
        figure.network{overflow-x:auto}
        .wire{stroke:var(--w);fill:none;opacity:.75}.wire.neg{stroke:var(--neg);stroke-dasharray:7 5}
        .slope{stroke:var(--d);fill:none;opacity:.8}.slope.neg{stroke-dasharray:7 5}
        .slope.zero{stroke-dasharray:1 5;stroke:var(--soft)}.tip{fill:var(--d)}
        .node{fill:var(--card);stroke:var(--soft);stroke-width:1.25}.data{fill:var(--wash);stroke:var(--soft);stroke-width:1.25}
        .split{stroke:var(--hair);stroke-width:1.25}.tie{stroke:var(--soft);fill:none}.tray{fill:var(--dwash)}
        .net text{fill:var(--ink);font-size:13.5px}
        .net .lb,.net .dl{font:italic 15px var(--math)}.net .dl{font-size:13px}
        .net .who{fill:var(--soft);font:13px var(--text)}
        .net .num{font:13.5px var(--mono)}.net .big{font-size:16.5px}.net .mid{font-size:14px}
        .net .z{fill:var(--z)}.net .a{fill:var(--a)}.net .w{fill:var(--w)}.net .b{fill:var(--b)}.net .l{fill:var(--l)}
        .net .d{fill:var(--d)}
        .wl{paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round}
        .key{display:flex;flex-wrap:wrap;gap:2px 22px;font-size:var(--s1);color:var(--soft);padding:8px 0 0;line-height:1.5}
        .key svg{width:34px;height:10px;vertical-align:middle;margin-right:6px}
        figure.plot{max-width:560px}figure.plot,figure.heat{overflow:hidden}
        .chart,.heat svg{display:block;width:100%;height:auto;font-family:var(--text);overflow:visible}
        .grid{stroke:var(--hair)}.axis{stroke:var(--soft)}.ax{font-size:13.5px;fill:var(--soft)}
        .ax .l{fill:var(--l);font-family:var(--math);font-style:italic;font-size:15px}
        .line{fill:none;stroke-width:2;stroke-linejoin:round}
        .line.s0{stroke:var(--ink);stroke-width:3}.line.s1{stroke:var(--neg)}
        .line.s2{stroke:var(--soft);stroke-width:2.25;stroke-dasharray:2 4}.line.s3{stroke:var(--w);stroke-dasharray:9 4}
        .line.s4{stroke:var(--d);stroke-dasharray:12 3 2 3}.line.s5{stroke:var(--b);stroke-width:1.5}
        .lab{font-size:14px;font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round;\
        fill:var(--ink)}
        .lab.s1{fill:var(--neg)}.lab.s2{fill:var(--soft)}.lab.s3{fill:var(--w)}.lab.s4{fill:var(--d)}.lab.s5{fill:var(--b)}
        .figs{display:flex;flex-wrap:wrap;gap:8px 28px;margin:14px 0}
        .figs figure{margin:0;flex:1 1 200px;max-width:290px;min-width:0}
        .q0{fill:var(--q0)}.q1{fill:var(--q1)}.q2{fill:var(--q2)}.q3{fill:var(--q3)}.q4{fill:var(--q4)}.q5{fill:var(--q5)}
        .q6{fill:var(--q6)}.q7{fill:var(--q7)}
        .edge{stroke:var(--ink);stroke-width:2.25;fill:none;stroke-linecap:round}
        .pt{fill:var(--card);stroke:var(--ink);stroke-width:1.5}.pt.p1{fill:var(--ink)}
        .ptl{font:600 13px var(--mono);fill:var(--ink)}
        @media (max-width:699px){html{font-size:16.5px}.chart .ax{font-size:15px}.chart .lab{font-size:16px}h2{margin-top:44px}.src,.out,.diag pre,.listing{font-size:11.5px}
        .src li:before{width:36px;padding-right:10px}.out{padding-left:36px}}
        @media (min-width:700px){.net.tall{display:none}.net.wide{display:block}}
        @media (min-width:1000px){.body{grid-template-columns:minmax(0,760px) 190px;justify-content:space-between;gap:56px}
        .toc{position:sticky;top:24px;align-self:start;margin-top:44px;grid-column:2;grid-row:1}
        header.title{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:56px}
        header.title>*{grid-column:1}.aims{grid-column:2!important;grid-row:1/span 3;align-self:end;margin:0}}
        @media print{:root{--paper:#fbfaf7;--card:#ffffff;--ink:#1c1b19;--soft:#5f5c55;--hair:#dedad1;--wash:#f3f0e9;\
        --z:#8a5a00;--a:#1c7434;--w:#1a5fb4;--b:#20697c;--l:#b3123f;--d:#7a35c0;--neg:#b84500;--dwash:#f2eafb;\
        --q0:#d89a75;--q1:#e3b79c;--q2:#eed4c4;--q3:#f9f1eb;--q4:#edf3f9;--q5:#cadaee;--q6:#a6c1e2;--q7:#83a8d6;
        color-scheme:light}
        html{font-size:10.5pt;background:#fff}.wrap{max-width:none;padding:0}.toc,.hint,.ask input{display:none!important}
        .body{display:block}h2{margin-top:26px;break-after:avoid}h3,h4{break-after:avoid}
        figure,table,.ask,blockquote,.diag{break-inside:avoid}.src,.scroll,figure.network{overflow:visible}.src{font-size:8.2pt}.net.wide{display:block}
        .net.tall{display:none}figure.cell,figure.cell .src,.src li:before,.listing{background:none}.src li{white-space:pre-wrap;min-width:0}
        .ask input:checked~.why{display:none}.ask li{padding-left:0}.ask li:before{content:"\\25a1  "}.ask label{display:inline}}
        """
}
