using System.Globalization;
using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// A drawing as one page that stands alone: drag and wheel, pinch, buttons and keys move and scale it; printing gives the whole.
/// </summary>
public static class Html
{
    public static string Write(Drawing drawing) =>
        $$$$"""
            <!doctype html>
            <html lang="da">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <title>{{{{SvgText.Escape(drawing.Title)}}}}</title>
            <style>
            html,body{margin:0;height:100%;background:#fff;color-scheme:light dark}
            #view{position:fixed;inset:0;overflow:hidden;touch-action:none;cursor:grab}#view:active{cursor:grabbing}
            #view>svg{position:absolute;left:0;top:0;transform-origin:0 0}
            nav{position:fixed;right:12px;top:12px;display:flex;gap:4px}
            button{font:16px "DejaVu Sans",Verdana,sans-serif;min-width:40px;height:40px;
            border:1px solid #5a5a5a;border-radius:6px;background:#fff;color:#1b1b1b;cursor:pointer}
            button:focus-visible{outline:3px solid #0060a0}
            @media (prefers-color-scheme:dark){html,body{background:#16181b}button{background:#24282d;color:#f0f0f0;border-color:#b0b4ba}}
            @media print{nav{display:none}#view{position:static;overflow:visible}
            #view>svg{position:static;transform:none!important;max-width:100%;height:auto}}
            </style>
            </head>
            <body>
            <main id="view">
            {{{{drawing.Svg}}}}</main>
            <nav aria-label="Visning">
            <button id="in" aria-label="Større">+</button>
            <button id="out" aria-label="Mindre">−</button>
            <button id="fit" aria-label="Vis det hele">Alt</button>
            </nav>
            <script>
            'use strict';
            (() => {
              const view = document.getElementById('view'), svg = view.querySelector('svg');
              const width = {{{{drawing.Width.ToString("0.##", CultureInfo.InvariantCulture)}}}}, height = {{{{drawing.Height.ToString(
                "0.##",
                CultureInfo.InvariantCulture
            )}}}};
              let scale = 1, x = 0, y = 0;
              const show = () => { svg.style.transform = `translate(${x}px,${y}px) scale(${scale})`; };
              const zoom = (factor, cx, cy) => {
                const next = Math.min(8, Math.max(.05, scale * factor));
                x = cx - (cx - x) * next / scale; y = cy - (cy - y) * next / scale; scale = next; show();
              };
              const fit = () => {
                scale = Math.min(1, view.clientWidth / width, view.clientHeight / height);
                x = Math.max(0, (view.clientWidth - width * scale) / 2); y = 0; show();
              };
              const middle = f => zoom(f, view.clientWidth / 2, view.clientHeight / 2);
              view.addEventListener('wheel', e => {
                e.preventDefault(); zoom(Math.exp(-e.deltaY / 400), e.clientX, e.clientY);
              }, { passive: false });
              const held = new Map();
              view.addEventListener('pointerdown', e => { held.set(e.pointerId, e); view.setPointerCapture(e.pointerId); });
              for (const end of ['pointerup', 'pointercancel']) view.addEventListener(end, e => held.delete(e.pointerId));
              view.addEventListener('pointermove', e => {
                const before = held.get(e.pointerId);
                if (!before) return;
                if (held.size === 1) { x += e.clientX - before.clientX; y += e.clientY - before.clientY; show(); }
                else {
                  const other = [...held.values()].find(p => p.pointerId !== e.pointerId);
                  const far = p => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY) || 1;
                  zoom(far(e) / far(before), (e.clientX + other.clientX) / 2, (e.clientY + other.clientY) / 2);
                }
                held.set(e.pointerId, e);
              });
              // A box that the keyboard reaches is moved into view.
              svg.addEventListener('focusin', e => {
                if (!e.target.closest || !e.target.matches(':focus-visible')) return;
                const box = e.target.getBoundingClientRect();
                if (box.left < 0 || box.right > view.clientWidth) x += view.clientWidth / 2 - (box.left + box.right) / 2;
                if (box.top < 0 || box.bottom > view.clientHeight) y += view.clientHeight / 2 - (box.top + box.bottom) / 2;
                show();
              });
              addEventListener('keydown', e => {
                const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[e.key];
                if (e.ctrlKey || e.metaKey || e.altKey) return;
                if (step) { x += step[0]; y += step[1]; show(); e.preventDefault(); }
                else if (e.key === '+') middle(1.25);
                else if (e.key === '-') middle(.8);
                else if (e.key === '0') fit();
              });
              document.getElementById('in').onclick = () => middle(1.25);
              document.getElementById('out').onclick = () => middle(.8);
              document.getElementById('fit').onclick = fit;
              addEventListener('resize', fit);
              fit();
            })();
            </script>
            </body>
            </html>

            """;
}
