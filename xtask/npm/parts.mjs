// Puts the desks' program, which wasm-split took apart, into the files that a browser fetches:
//
//   node parts.mjs FOLDER DIST BASE FIRST…
//
// FOLDER holds what wasm-split and wasm-bindgen wrote (desk.js, desk_bg.wasm, __wasm_split.js and the modules),
// DIST the page as Trunk wrote it, which is found below the address BASE. wasm-split writes a module for each set of
// parts that share some code, hundreds of them. A part named as FIRST, which somebody waits for after signing in, gets
// all of its modules in one file; for the others they are gathered in files by what a request costs. Every name carries
// the hash of the whole program, so that a new build is a new address.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

// What one more request is worth, in bytes on the wire.
const REQUEST = 1500;
// How much smaller a module gets on the wire.
const COMPRESSED = 0.27;
// Smaller modules gain less by being optimised than starting the optimiser takes.
const WORTH_OPTIMISING = 40_000;
const OPTIMISED = [
  "-Oz",
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];

const [folder, dist, base, ...first] = process.argv.slice(2);
const linked = readFileSync(join(folder, "__wasm_split.js"), "utf8");

function fail(what) {
  throw new Error(`wasm-split wrote something else than was expected: ${what}`);
}

// Which modules each part needs, and what modules take from the main one.
function links() {
  const chunks = new Map();
  for (const [, name, file] of linked.matchAll(/const (__chunk_\d+) = makeLoad\([^"]*"\.\/(\w+)\.wasm"/g)) {
    chunks.set(name, file);
  }
  const parts = [];
  for (const [, name, own, shared] of linked.matchAll(
    /export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([\s\S]*?), \[([^\]]*)\]\)\)/g,
  )) {
    const file = /"\.\/(\w+)\.wasm"/.exec(own)?.[1];
    const needs = shared.split(", ").filter(Boolean).map((it) => chunks.get(it) ?? fail(it));
    parts.push({ name, modules: file ? [...needs, file] : needs });
  }
  const taken = /const \{([^}]*)\} = initSync\(/.exec(linked)?.[1] ?? fail("what is shared");
  if (parts.length === 0 || parts.length > 30) fail(`${parts.length} parts`);
  parts.sort((one, other) => (one.name < other.name ? -1 : 1));
  return { parts, shared: taken.split(",").map((it) => it.trim()).filter(Boolean) };
}

// A module without its custom sections: names of functions, and who made it.
function bare(module) {
  const sections = [module.subarray(0, 8)];
  let at = 8;
  while (at < module.length) {
    const start = at;
    const custom = module[at++] === 0;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = module[at++];
      size += (byte & 127) * 2 ** shift;
      more = byte > 127;
    }
    at += size;
    if (!custom) sections.push(module.subarray(start, at));
  }
  return Buffer.concat(sections);
}

async function optimiseAll(files) {
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await promisify(execFile)("wasm-opt", [...OPTIMISED, file, "-o", file]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function count(mask) {
  return mask.toString(2).replaceAll("0", "").length;
}

// What a group costs all parts that fetch it.
function cost({ size, mask }) {
  return (size * COMPRESSED + REQUEST) * count(mask);
}

function together(one, other) {
  return { mask: one.mask | other.mask, size: one.size + other.size, modules: [...one.modules, ...other.modules] };
}

function inOrder(groups, parts) {
  return groups
    .sort((one, other) => one.mask - other.mask)
    .map(({ mask, modules }) => ({
      parts: parts.filter((_, at) => mask & (1 << at)).map((it) => it.name),
      modules: modules.sort(),
    }));
}

// Modules by the parts that need them, gathered as long as fewer requests are worth more than what is fetched in vain.
function gather(parts, sizes) {
  const masks = new Map();
  parts.forEach(({ modules }, at) => {
    for (const module of modules) masks.set(module, (masks.get(module) ?? 0) | (1 << at));
  });
  const groups = new Map();
  const put = (group) => {
    const there = groups.get(group.mask);
    groups.set(group.mask, there ? together(there, group) : group);
  };
  for (const [module, mask] of [...masks].sort()) put({ mask, size: sizes.get(module), modules: [module] });
  for (;;) {
    const all = [...groups.values()];
    let best = { gain: 0 };
    for (let at = 0; at < all.length; at++) {
      for (let next = at + 1; next < all.length; next++) {
        const [one, other] = [all[at], all[next]];
        const gain = cost(one) + cost(other) - cost(together(one, other));
        if (gain > best.gain) best = { gain, one, other };
      }
    }
    if (best.gain === 0) return inOrder(all, parts);
    groups.delete(best.one.mask);
    groups.delete(best.other.mask);
    put(together(best.one, best.other));
  }
}

// The script that fetches parts, in place of the one that wasm-split wrote. A module may lie in several files, and is
// instantiated once.
function loader(main, shared, files, parts) {
  return `import { initSync } from "./${main}";
const files = ${JSON.stringify(files)};
const here = new Set();
let imports;
function shared() {
  if (!imports) {
    const { ${shared.join(", ")} } = initSync(undefined, undefined);
    imports = { __wasm_split: { ${shared.join(", ")} } };
  }
  return imports;
}
async function bytesOf(name) {
  const url = new URL(name, import.meta.url);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(\`\${name}: \${answer.status}\`);
  const copy = answer.clone();
  const bytes = await answer.arrayBuffer();
  return { url, copy, bytes };
}
// What was used once is there without a network: the first time no worker listens yet.
async function keep(part, fetched) {
  const kept = await caches.open("conoceles-desk");
  for (const { url, copy } of fetched) await kept.put(url, copy);
  await kept.put(\`/pkg/desk/part/\${part}\`, new Response());
}
async function come(part, needed) {
  const fetched = await Promise.all(needed.map(at => bytesOf(files[at][0])));
  const compiled = fetched.flatMap(({ bytes }, at) => {
    let start = 0;
    return files[needed[at]][1].map(async ([module, size]) => {
      const own = bytes.slice(start, start += size);
      return [module, here.has(module) || await WebAssembly.compile(own)];
    });
  });
  for (const [module, code] of await Promise.all(compiled)) {
    if (here.has(module)) continue;
    new WebAssembly.Instance(code, shared());
    here.add(module);
  }
  if (globalThis.caches) keep(part, fetched).catch(console.warn);
}
// What did not come is asked for again the next time.
function load(part, needed) {
  let coming;
  return async (callback, data) => {
    let there = true;
    try {
      await (coming ??= come(part, needed));
    } catch (why) {
      console.warn(why);
      coming = undefined;
      there = false;
    }
    shared().__wasm_split.__indirect_function_table.get(callback)(data, there);
  };
}
${parts.map(({ name, files }) => `export const __wasm_split_load_${name} = load("${name}", ${JSON.stringify(files)});`).join("\n")}
`;
}

const { parts, shared } = links();
for (const name of first) if (!parts.some((it) => it.name === name)) fail(`no part ${name}`);
const modules = [...new Set(parts.flatMap((it) => it.modules))].sort();
const path = (module) => join(folder, `${module}.wasm`);
const large = modules.filter((it) => readFileSync(path(it)).length > WORTH_OPTIMISING).map(path);
await optimiseAll([join(folder, "desk_bg.wasm"), ...large]);
const contents = new Map(modules.map((it) => [it, bare(readFileSync(path(it)))]));
const main = bare(readFileSync(join(folder, "desk_bg.wasm")));
const script = readFileSync(join(folder, "desk.js"), "utf8");

const later = parts.filter((it) => !first.includes(it.name));
const packs = [
  ...parts.filter((it) => first.includes(it.name)).map((it) => ({ parts: [it.name], modules: [...it.modules].sort() })),
  ...gather(later, new Map([...contents].map(([module, it]) => [module, it.length]))),
];
const whole = createHash("sha256").update(main).update(script).update(linked).update(readFileSync(process.argv[1]));
for (const { modules } of packs) for (const it of modules) whole.update(contents.get(it));
const hash = whole.digest("hex").slice(0, 16);
const names = { script: `desk-${hash}.js`, main: `desk-${hash}_bg.wasm`, loader: `desk-${hash}-parts.js` };

const files = packs.map(({ modules: own }, at) => {
  const name = `desk-${hash}-${at}.parts`;
  writeFileSync(join(dist, name), Buffer.concat(own.map((it) => contents.get(it))));
  return [name, own.map((it) => [modules.indexOf(it), contents.get(it).length])];
});
const needing = parts.map(({ name }) => ({
  name,
  files: packs.flatMap((pack, at) => (pack.parts.includes(name) ? [at] : [])),
}));
writeFileSync(join(dist, names.loader), loader(names.script, shared, files.map(([name, own]) => [`./${name}`, own]), needing));
writeFileSync(
  join(dist, names.script),
  // Only where it comes from: inside the program it keeps its name.
  script.replaceAll('from "./__wasm_split.js"', `from "./${names.loader}"`).replaceAll("desk_bg.wasm", names.main),
);
writeFileSync(join(dist, names.main), main);

for (const name of readdirSync(dist)) {
  const ours = Object.values(names).includes(name) || files.some(([it]) => it === name);
  if (/^desk-.*(_bg\.wasm|\.js|\.parts)$/.test(name) && !ours) unlinkSync(join(dist, name));
}
// The page names the files of each part, for frontend/worker.js and for the measure in cargo xtask test.
const metas = needing.map(({ name, files: own }) => {
  const addresses = own.map((at) => base + files[at][0]);
  return `<meta name="part:${name}" content="${addresses.join(" ")}">\n`;
});
const index = join(dist, "index.html");
const page = readFileSync(index, "utf8")
  .replaceAll(/desk-[0-9a-f]+_bg\.wasm/g, names.main)
  .replaceAll(/desk-[0-9a-f]+\.js/g, names.script)
  .replace("</head>", `<link rel="modulepreload" href="${base}${names.loader}">\n${metas.join("")}</head>`);
writeFileSync(index, page);
