"use strict";
// The whole script of the report: the theme, the pictures, and the table of doubted accounts.
// Text of a crawl is only ever set as text.
(function () {
  const root = document.documentElement;
  const number = new Intl.NumberFormat("en");

  // ---- theme ----------------------------------------------------------------------------------
  const themes = ["system", "light", "dark"];
  const toggle = document.getElementById("theme");
  let theme = 0;
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    theme = (theme + 1) % themes.length;
    if (theme === 0) delete root.dataset.theme;
    else root.dataset.theme = themes[theme];
    toggle.textContent = "Theme: " + themes[theme];
    redraw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  // ---- pictures -------------------------------------------------------------------------------
  const percent = (value) =>
    (value >= 9.95 ? value.toFixed(0) : value >= 0.995 ? value.toFixed(1) : value.toFixed(2)) + " %";
  const token = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();

  /** A line from low to high across the middle of a band, with caps. */
  function interval(params, api) {
    const low = api.coord([api.value(0), api.value(1)]);
    const high = api.coord([api.value(0), api.value(2)]);
    const cap = 7;
    const style = { stroke: api.visual("color"), lineWidth: 2, fill: null };
    const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
    return {
      type: "group",
      children: [
        line(low[0], low[1], high[0], high[1]),
        line(low[0] - cap, low[1], low[0] + cap, low[1]),
        line(high[0] - cap, high[1], high[0] + cap, high[1]),
      ],
    };
  }

  /** Dashed lines across the band at both ends of a claimed range. */
  function claim(params, api) {
    const half = api.size([1, 0])[0] * 0.42;
    const style = { stroke: api.visual("color"), lineWidth: 1, lineDash: [5, 4], opacity: 0.75, fill: null };
    const children = [];
    for (const end of [1, 2]) {
      const value = api.value(end);
      if (value === null || Number.isNaN(value)) continue;
      const [x, y] = api.coord([api.value(0), value]);
      children.push({ type: "line", shape: { x1: x - half, y1: y, x2: x + half, y2: y }, style });
    }
    return { type: "group", children };
  }

  const functions = {
    interval,
    claim,
    count: (value) => number.format(value),
    percentAxis: (value) => (value >= 1 ? value : Number(value.toPrecision(2))) + " %",
    decadeBelow: (range) => Math.pow(10, Math.floor(Math.log10(range.min) + 1e-9)),
    decadeAbove: (range) => Math.pow(10, Math.ceil(Math.log10(range.max) - 1e-9)),
    cellSize: (value) => Math.min(34, 3 + 3 * Math.sqrt(value[2])),
    verdictTip: (p) => {
      const at = { trusted: 1, doubted: 2, "not assessable": 3 }[p.seriesName];
      return p.value[0] + "\n" + p.seriesName + ": " + number.format(p.value[at + 3]) +
        " accounts, " + percent(p.value[at]);
    },
    rateTip: (p) => {
      const v = p.value;
      if (p.seriesIndex === 0) {
        return v[0] + ", " + number.format(v[6]) + " accounts\nmedian " + percent(v[3]) +
          "\nmiddle half " + percent(v[2]) + " to " + percent(v[4]) +
          "\nnine in ten " + percent(v[1]) + " to " + percent(v[5]);
      }
      if (p.seriesIndex === 1) {
        return v[0] + "\n95 % interval of the median\n" + percent(v[1]) + " to " + percent(v[2]);
      }
      return "“" + v[3] + "”\n" + v[4];
    },
    curveTip: (p) => {
      const v = p.value;
      if (p.seriesIndex === 0) {
        return number.format(v[2]) + (v[2] === 1 ? " account" : " accounts") + " of about " +
          number.format(Number(v[0].toPrecision(2))) + " followers\nand about " + percent(v[1]);
      }
      const who = p.seriesIndex === 2 ? v[2] + "\n" : "usual\n";
      return who + number.format(Math.round(v[0])) + " followers, " + percent(v[1]);
    },
    clusterTip: (p) =>
      p.value[1] + "\n" + number.format(p.value[2] || p.value[3]) + " accounts",
    groupTip: (p) => {
      if (p.dataType === "edge") {
        return number.format(p.value) + (p.value === 1 ? " post binds" : " posts bind") + " the two";
      }
      return p.name + "\n" + p.data.category + ", " + p.value[1] +
        (p.data.category === "member" ? " of the group's posts engaged" : " of its posts are hit");
    },
  };

  /** A specification with colours and functions in their places. */
  function filled(node) {
    if (typeof node === "string") {
      if (node.startsWith("token:")) return token(node.slice(6));
      if (node.startsWith("fn:")) return functions[node.slice(3)];
      return node;
    }
    if (Array.isArray(node)) return node.map(filled);
    if (node === null || typeof node !== "object") return node;
    const made = {};
    for (const key of Object.keys(node)) {
      // Rows hold text of a crawl: they are taken as they are.
      const data = key === "data" || key === "source" || key === "links";
      made[key] = data ? node[key] : filled(node[key]);
    }
    return made;
  }

  /** What all pictures share. */
  function dressed(option, width) {
    const made = filled(option);
    // Names around a circle need room; without it they are told where one points, and in the table.
    if (width < 640 && made.series[0].type === "graph") {
      made.series[0].top = 44;
      made.series[0].bottom = 20;
      made.series[0].label.show = false;
      made.series[0].data.forEach((node) => delete node.label);
    }
    const text = token("text"), muted = token("muted"), line = token("line");
    made.textStyle = { fontFamily: token("font") };
    made.animation = false;
    made.aria = { enabled: false };
    made.backgroundColor = "transparent";
    if (made.legend) Object.assign(made.legend, { textStyle: { color: text } });
    if (made.tooltip) {
      Object.assign(made.tooltip, {
        renderMode: "richText", confine: true, backgroundColor: token("page"), borderColor: line,
        textStyle: { color: text, fontSize: 13 },
      });
    }
    for (const axis of ["xAxis", "yAxis"]) {
      if (!made[axis]) continue;
      made[axis].axisLabel = Object.assign({ color: muted, hideOverlap: true }, made[axis].axisLabel);
      if (made[axis].axisLabel.width) {
        made[axis].axisLabel.width = Math.min(made[axis].axisLabel.width, width * 0.4);
      }
      made[axis].axisLine = { lineStyle: { color: line } };
      made[axis].splitLine = { show: made[axis].type !== "category", lineStyle: { color: line, opacity: 0.5 } };
      made[axis].nameTextStyle = Object.assign({ color: muted }, made[axis].nameTextStyle);
    }
    return made;
  }

  const options = JSON.parse(document.getElementById("charts").textContent);
  const drawn = new Map();

  function draw(element) {
    const variants = options[element.id];
    const choice = document.getElementById(element.id + "-choice");
    const chart = drawn.get(element) || echarts.init(element, null, { renderer: "canvas" });
    drawn.set(element, chart);
    const variant = variants[choice ? Number(choice.value) : 0];
    chart.setOption(dressed(structuredClone(variant), element.clientWidth), true);
  }
  function redraw() {
    drawn.forEach((chart, element) => draw(element));
  }

  // A picture is drawn when it comes near, so the page opens at once.
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        near.unobserve(entry.target);
        draw(entry.target);
      }
    }
  }, { rootMargin: "400px" });
  for (const element of document.querySelectorAll(".chart")) {
    near.observe(element);
    const choice = document.getElementById(element.id + "-choice");
    if (choice) choice.addEventListener("change", () => draw(element));
    new ResizeObserver(() => drawn.has(element) && drawn.get(element).resize()).observe(element);
  }
  addEventListener("beforeprint", () => document.querySelectorAll(".chart").forEach(draw));

  // ---- doubted accounts -----------------------------------------------------------------------
  const table = document.getElementById("doubted");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const words = document.getElementById("doubted-words");
  const kind = document.getElementById("doubted-kind");
  const platform = document.getElementById("doubted-platform");
  const order = document.getElementById("doubted-order");
  const told = document.getElementById("doubted-told");
  const text = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  document.getElementById("doubted-controls").hidden = false;

  function filter() {
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits =
        (!wanted || text.get(row).includes(wanted)) &&
        (!kind.value || row.dataset.kind === kind.value) &&
        (!platform.value || row.dataset.platform === platform.value);
      row.hidden = !fits;
      if (fits) shown++;
    }
    told.textContent = number.format(shown) + " of " + number.format(rows.length) + " listed accounts";
  }

  function sort(key, direction) {
    const value = (row) => row.dataset[key];
    const sign = direction === "descending" ? -1 : 1;
    const numeric = key !== "name" && key !== "about";
    const compare = (a, b) => {
      const x = value(a), y = value(b);
      if (x === "" || y === "") return (x === "") - (y === "");
      return sign * (numeric ? Number(x) - Number(y) : x.localeCompare(y));
    };
    const position = new Map(rows.map((row, i) => [row, i]));
    const sorted = rows.slice().sort((a, b) => compare(a, b) || position.get(a) - position.get(b));
    body.append(...sorted);
    for (const head of table.tHead.querySelectorAll("th[data-key]")) {
      if (head.dataset.key === key) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    }
    order.value = key + " " + direction;
  }

  function asListed() {
    body.append(...rows);
    for (const head of table.tHead.querySelectorAll("th[data-key]")) head.removeAttribute("aria-sort");
  }

  for (const input of [words, kind, platform]) input.addEventListener("input", filter);
  order.addEventListener("input", () => (order.value ? sort(...order.value.split(" ")) : asListed()));
  for (const head of table.tHead.querySelectorAll("th[data-key]")) {
    head.querySelector("button").addEventListener("click", () => {
      const first = head.dataset.first || "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      sort(head.dataset.key, head.getAttribute("aria-sort") === first ? other : first);
    });
  }
  filter();
})();
