// What a frame costs while a picture is moved and scaled: the explorer's, and Cytoscape.js' canvas over the same boxes and lines, one
// after the other in one headless Chromium, by the same mouse.
//
//   npm ci && node frames.mjs http://127.0.0.1:5000/ [BOXES] [FOLDER]
//
// With a folder, what is seen in the middle of a move and of a scaling, and 300 ms after, is kept there as pictures.
// Prints boxes and lines, and of each: frames, p50 and p95 between frames in ms, and processor ms a frame over all of the browser's
// processes. Needs /proc (Linux) and /usr/bin/chromium.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [address, wanted = '300', folder] = process.argv.slice(2);
const moves = 240;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

await page.goto(await largest(new URL(address), Number(wanted)));
await page.waitForFunction("document.documentElement.dataset.klar === 'ja'");
const scene = await page.evaluate(() => {
    const number = (e, name) => Number(e.getAttribute(name));
    const boxes = [...document.querySelectorAll('.view .node[data-level]')].map((n) => {
        const b = n.querySelector('.b');
        const style = getComputedStyle(b);
        const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => number(b, name));
        return {
            id: n.dataset.id ?? n.dataset.key,
            x: x + w / 2,
            y: y + h / 2,
            w,
            h,
            fill: style.fill,
            edge: style.stroke,
            text: n.querySelector('text')?.textContent ?? '',
        };
    });
    const known = new Set(boxes.map((b) => b.id));
    const lines = [...document.querySelectorAll('.view g[data-from]')]
        .map((g) => ({ from: g.dataset.from, to: g.dataset.to }))
        .filter((l) => known.has(l.from) && known.has(l.to));
    return { boxes, lines };
});
console.log(`${scene.boxes.length} boxes, ${await page.locator('.view g[data-from]').count()} lines`);
if (folder) await look(folder);
await measure('explorer');

await page.goto('about:blank');
await page.setContent('<body style="margin:0"><div id="cy" style="width:1440px;height:860px"></div></body>');
await page.addScriptTag({ path: createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js') });
await page.evaluate(({ boxes, lines }) => {
    window.cy = window.cytoscape({
        container: document.getElementById('cy'),
        elements: [
            ...boxes.map((b) => ({ data: b, position: { x: b.x, y: b.y } })),
            ...lines.map((l, i) => ({ data: { id: `l${i}`, source: l.from, target: l.to } })),
        ],
        layout: { name: 'preset' },
        style: [
            {
                selector: 'node',
                style: {
                    shape: 'round-rectangle',
                    width: 'data(w)',
                    height: 'data(h)',
                    'background-color': 'data(fill)',
                    'border-width': 1,
                    'border-color': 'data(edge)',
                    label: 'data(text)',
                    'text-valign': 'center',
                    'text-wrap': 'wrap',
                    'text-max-width': 180,
                    'font-size': 12,
                },
            },
            { selector: 'edge', style: { width: 1.3, 'curve-style': 'bezier', 'line-color': '#75818e' } },
        ],
    });
    window.cy.fit();
}, scene);
await page.waitForTimeout(1500);
await measure('cytoscape');
await browser.close();

/** The address with boxes opened until there are as many as wanted. */
async function largest(address, wanted) {
    for (let round = 0; round < 12; round++) {
        await page.goto(address.href);
        const { count, more } = await page.evaluate(() => ({
            count: document.querySelectorAll('.view .node[data-level]').length,
            more: [...document.querySelectorAll('.view .node[data-more]')].map((n) => [n.dataset.key, Number(n.dataset.more)]),
        }));
        if (count >= wanted || more.length === 0) return address.href;
        let room = wanted - count;
        for (const [key, children] of more) {
            if (room <= 0) break;
            address.searchParams.append('aabnet', key);
            room -= children;
        }
    }
    return address.href;
}

async function measure(name) {
    await page.evaluate(() => {
        window.frames = [];
        const tick = (now) => {
            window.frames.push(now);
            window.ticking = requestAnimationFrame(tick);
        };
        window.ticking = requestAnimationFrame(tick);
    });
    const before = processor();
    await page.mouse.move(700, 450);
    await page.mouse.down();
    for (let i = 0; i < moves; i++) await page.mouse.move(700 + 200 * Math.sin(i / 12), 450 + 120 * Math.cos(i / 15));
    await page.mouse.up();
    for (let i = 0; i < moves / 2; i++) await page.mouse.wheel(0, i % 60 < 30 ? -40 : 40);
    await page.waitForTimeout(300);
    const spent = processor() - before;
    const times = await page.evaluate(() => {
        cancelAnimationFrame(window.ticking);
        return window.frames;
    });
    const between = times
        .slice(1)
        .map((t, i) => t - times[i])
        .toSorted((a, b) => a - b);
    const at = (share) => between[Math.floor(between.length * share)].toFixed(1);
    console.log(
        `${name.padEnd(10)} frames ${between.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, processor ${(spent / between.length).toFixed(2)} ms a frame`,
    );
}

/** Keeps what is seen while a hand is on the picture. */
async function look(folder) {
    await page.mouse.move(700, 450);
    await page.mouse.down();
    for (let i = 1; i <= 20; i++) await page.mouse.move(700 - 12 * i, 450 - 8 * i);
    await page.screenshot({ path: `${folder}/flyttes.png` });
    await page.mouse.up();
    for (let i = 0; i < 8; i++) await page.mouse.wheel(0, -60);
    await page.screenshot({ path: `${folder}/skaleres.png` });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/hviler.png` });
}

/** Milliseconds of processor time of the browser and all it started. */
function processor() {
    const stats = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((pid) => {
            try {
                const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
                const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
                return [{ pid: Number(pid), parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) }];
            } catch {
                return [];
            }
        });
    const own = new Set([process.pid]);
    for (let grew = true; grew;) {
        grew = false;
        for (const { pid, parent } of stats) if (own.has(parent) && !own.has(pid)) grew = own.add(pid) !== undefined;
    }
    return stats.filter(({ pid }) => own.has(pid) && pid !== process.pid).reduce((sum, { ticks }) => sum + ticks * 10, 0);
}
