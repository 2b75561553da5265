// A lesson's page comes alive: recorded steps play, symbols light up together. Everything shown was computed when the
// page was made; without this script the page shows its filmstrips and tables instead.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");

  /** An element with text and attributes. */
  function element(tag, text = "", attributes = {}) {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    return made;
  }

  /** Pieces of the recording as nodes: a string, or [class, text, name] of a symbol. */
  const nodes = pieces => pieces.map(piece => typeof piece === "string"
    ? document.createTextNode(piece)
    : element("var", piece[1], { class: piece[0], "data-s": piece[2] }));

  /** The step goes into the address, now and then only: browsers refuse too many changes in a row. */
  let address = 0;
  function remember(hash) {
    clearTimeout(address);
    address = setTimeout(() => history.replaceState(null, "", hash), 200);
  }

  // MARK: Players

  /** One row of recorded steps and the parts of the page that show it. */
  class Player {
    constructor(box) {
      this.box = box;
      this.data = JSON.parse(($("script", box) || $(".hero script")).textContent);
      this.last = this.data.frames.length - 1;
      this.now = this.data.rest;
      this.timer = 0;
      this.slider = $(".track input", box);
      this.say = $(".say", box);
      this.work = $(".work", box);
      this.count = $(".count span", box);
      this.anchor = box.dataset.step;
      this.find();
      this.rail();
      box.addEventListener("click", event => {
        const button = event.target.closest("button[data-do]");
        if (button) this.press(button.dataset.do);
      });
      this.slider.addEventListener("input", () => {
        this.play(false);
        this.show(+this.slider.value);
      });
      this.reserve();
      if (!this.isFolded) this.show(this.now, false);
    }

    /** Keeps room for the tallest sentence, so that no step moves what stands below. All are laid out at once, aside. */
    reserve() {
      if (this.isFolded) return;
      const aside = element("div", "", { class: "aside", "aria-hidden": "true" });
      for (const frame of this.data.frames) {
        const line = element("p", "", { class: "say" });
        line.append(...nodes(frame.s));
        aside.append(line);
      }
      this.say.after(aside);
      const tallest = Math.ceil(Math.max(...[...aside.children].map(line => line.getBoundingClientRect().height)));
      aside.remove();
      this.say.style.minHeight = "";
      if (tallest > parseFloat(getComputedStyle(this.say).minHeight)) this.say.style.minHeight = tallest + "px";
    }

    get isFolded() { return this.box.classList.contains("folded"); }

    /** The places that steps change, looked up once. */
    find() {
      const at = attribute => $$(`.net [${attribute}]`, this.box);
      this.nets = $$(".net", this.box);
      this.values = at("data-v");
      this.wires = at("data-w");
      this.slopes = at("data-g");
      this.nodes = at("data-n");
      this.hidden = at("data-h");
      this.trays = at("data-t");
      this.pulses = at("data-p");
      const source = this.box.dataset.source && document.getElementById(this.box.dataset.source);
      this.lines = new Map();
      for (const line of [...$$(".step li", this.box), ...(source ? $$(".src li", source) : [])]) {
        this.lines.set(line.value, line);
      }
    }

    /** The slider's rail in the colours of the phases. */
    rail() {
      const colours = { forward: "var(--a)", backward: "var(--d)", update: "var(--ink)", start: "var(--soft)" };
      const all = Math.max(1, this.last), stops = [];
      this.data.frames.forEach((frame, index) => {
        const colour = colours[frame.p];
        if (stops.length && stops[stops.length - 1][0] === colour) stops[stops.length - 1][2] = index;
        else stops.push([colour, stops.length ? index - 1 : 0, index]);
      });
      const text = stops.map(([colour, from, to]) => `${colour} ${from / all * 100}% ${to / all * 100}%`).join(",");
      this.box.style.setProperty("--rail", `linear-gradient(90deg,${text})`);
      for (const phase of ["forward", "backward", "update"]) {
        const leg = $(".leg-" + phase, this.box);
        const first = this.data.frames.findIndex(frame => frame.p === phase);
        leg.hidden = first < 0;
        leg.style.left = `${Math.max(0, first - 1) / all * 100}%`;
        leg.classList.add("at");
      }
    }

    /** The last text and width of a quantity by the step shown, as [frame, text, width], or nothing. */
    at(name) {
      const [pass, frame] = this.data.frames[this.now].k || [0, 0];
      let found;
      for (const change of this.data.passes[pass]?.values[name] || []) if (change[0] <= frame) found = change;
      return found;
    }

    /** Whether the player knows a quantity, or a variable. */
    knows(name) { return this.data.passes.some(pass => pass.values[name]) || name in (this.data.homes || {}); }

    /** The text of a quantity or a variable at the step shown. */
    text(name) { return this.at(name)?.[1] || this.variables().get(name); }

    show(frame, moved = true) {
      this.now = Math.max(0, Math.min(this.last, frame));
      const step = this.data.frames[this.now];
      if (this.nets.length) this.draw(step);
      this.write(step);
      this.point(step);
      this.slider.value = this.now;
      this.slider.setAttribute("aria-valuetext", `step ${this.now} of ${this.last}, ${step.p}`);
      this.count.textContent = `${this.now} of ${this.last}`;
      if (!moved) return;
      current = this;
      remember("#" + this.anchor + this.now);
    }

    draw(step) {
      const [pass, frame] = step.k || [0, 0];
      const lit = new Set(step.v ? this.data.passes[pass].on[frame].split(" ") : []);
      for (const net of this.nets) {
        net.classList.remove("start", "forward", "backward", "update");
        net.classList.add(step.p);
      }
      for (const place of this.values) {
        const name = place.dataset.v, value = this.at(name);
        place.textContent = value ? (place.dataset.x || "") + value[1] : name[0] === "d" ? "" : "·";
        place.classList.toggle("new", name === step.v);
      }
      for (const wire of this.wires) {
        const name = wire.dataset.w, value = this.at(name);
        wire.setAttribute("stroke-width", value[2]);
        wire.classList.toggle("neg", value[1][0] === "−");
        wire.classList.toggle("on", lit.has(name));
      }
      for (const slope of this.slopes) {
        const name = slope.dataset.g, value = this.at(name);
        slope.classList.toggle("off", !value);
        slope.setAttribute("stroke-width", value ? value[2] : 1);
        slope.classList.toggle("neg", !!value && value[1][0] === "−");
        slope.classList.toggle("zero", !!value && value[1] === "0");
        slope.classList.toggle("on", lit.has(name));
      }
      for (const node of this.nodes) node.classList.toggle("on", lit.has(node.dataset.n));
      for (const place of this.hidden) place.classList.toggle("off", !this.at(place.dataset.h));
      for (const tray of this.trays) {
        const names = tray.dataset.t.split(" ");
        tray.classList.toggle("off", !names.some(name => this.at(name)));
        tray.classList.toggle("on", names.some(name => lit.has(name)));
      }
      for (const pulse of this.pulses) pulse.classList.remove("go");
      if (this.box.classList.contains("playing") && step.p !== "update") {
        this.box.getBoundingClientRect(); // one layout for all, so that the animations start anew
        for (const pulse of this.pulses) pulse.classList.toggle("go", lit.has(pulse.dataset.p));
      }
    }

    /** The sentence, and the formula on its way to the value. */
    write(step) {
      this.say.replaceChildren(...nodes(step.s));
      const rows = [];
      const row = (sign, content) => {
        const line = element("div");
        if (!rows.length && step.g) line.append(...nodes(step.g));
        if (rows.length || step.g) line.append(element("i", sign));
        line.append(content);
        rows.push(line);
      };
      const value = step.r || (step.v && this.at(step.v)?.[1]);
      if (value) {
        const sign = step.p === "update" ? "←" : "=";
        if (step.f) {
          const formula = element("span");
          formula.append(...nodes(step.f));
          row(sign, formula);
        }
        if (step.n) row(rows.length ? "=" : sign, element("span", step.n));
        row(rows.length ? "=" : sign, element("b", value, { class: step.v && (step.v === "loss" ? "l" : step.v[0]) }));
      }
      this.work.replaceChildren(...rows);
    }

    /** The variables that the running code sees at the step shown. */
    variables() {
      this.known ||= [];
      for (let at = this.known.length; at <= this.now; at++) {
        const frame = this.data.frames[at], known = new Map(this.known[at - 1]);
        for (const name of frame.x || []) known.delete(name);
        const set = frame.d || [];
        for (let index = 0; index < set.length; index += 2) known.set(set[index], set[index + 1]);
        this.known.push(known);
      }
      return this.known[this.now];
    }

    /** Lights up the line, marks the part of it that is worked out, and writes values beside the lines that make them. */
    point(step) {
      for (const line of this.lines.values()) {
        line.classList.remove("cur");
        $("mark", line)?.replaceWith(...$("mark", line).childNodes);
        $(".vals", line)?.remove();
      }
      const now = this.lines.get(step.l);
      if (now) {
        now.classList.add("cur");
        if (step.c) mark($("code", now), step.c[0] - 1, step.c[1] - 1);
      }
      const homes = this.data.homes || {}, fresh = new Set((step.d || []).filter((_, index) => index % 2 === 0));
      for (const [name, text] of this.variables()) {
        const line = this.lines.get(homes[name]);
        if (!line || text.length > 14) continue;
        let values = $(".vals", line);
        if (!values) {
          values = element("span", "", { class: "vals" });
          line.append(values);
        }
        values.append(element("span", text, { class: fresh.has(name) ? "new" : "", title: name }));
      }
      if (now && this.box.contains(now)) {
        const list = now.parentElement, mine = now.offsetTop - list.offsetTop;
        const frame = list.closest(".code");
        if (frame && frame.scrollHeight > frame.clientHeight) frame.scrollTop = mine - frame.clientHeight / 2;
      }
    }

    play(go) {
      clearInterval(this.timer);
      this.timer = 0;
      this.box.classList.toggle("playing", go);
      const button = $(".play", this.box);
      button.setAttribute("aria-label", go ? "pause" : "play");
      button.title = go ? "pause" : "play";
      $("path", button).setAttribute("d", go ? "M4 3h4v12H4zM10 3h4v12h-4z" : "M4 2l12 7-12 7z");
      if (!go) return;
      if (this.now === this.last) this.show(0);
      this.timer = setInterval(() => {
        this.show(this.now + 1);
        if (this.now === this.last) this.play(false);
      }, quiet.matches ? 2600 : 1500);
    }

    press(action) {
      if (action === "open") {
        this.unfold(this.isFolded);
        return;
      }
      const wasPlaying = this.timer;
      this.play(false);
      if (action === "play") {
        if (!wasPlaying) this.play(true);
        return;
      }
      this.box.classList.add("playing"); // a single step moves its data too
      const places = { first: 0, back: this.now - 1, forward: this.now + 1, last: this.last };
      this.show(places[action]);
    }

    /** Opens or closes the player of a cell without a picture. */
    unfold(isOpen) {
      const button = $(".open", this.box);
      if (!button) return;
      this.box.classList.toggle("folded", !isOpen);
      button.setAttribute("aria-expanded", isOpen);
      button.textContent = isOpen ? "Close the steps" : "Step through";
      if (isOpen) {
        this.reserve();
        this.show(0);
        return;
      }
      this.play(false);
      for (const line of this.lines.values()) {
        line.classList.remove("cur");
        $("mark", line)?.replaceWith(...$("mark", line).childNodes);
        $(".vals", line)?.remove();
      }
    }

    /** Whether part of the player is on the screen. */
    get isSeen() {
      if (this.isFolded) return false;
      const box = this.box.getBoundingClientRect();
      return box.bottom > 0 && box.top < innerHeight;
    }
  }

  /** Puts a mark around the bytes [from, to) of a line. */
  function mark(code, from, to) {
    const range = document.createRange(), walk = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const bytes = new TextEncoder();
    let seen = 0, isBegun = false;
    while (walk.nextNode()) {
      const node = walk.currentNode, end = seen + bytes.encode(node.data).length;
      const place = count => new TextDecoder().decode(bytes.encode(node.data).slice(0, count)).length;
      if (!isBegun && from < end) {
        range.setStart(node, place(from - seen));
        isBegun = true;
      }
      if (isBegun && to <= end) {
        range.setEnd(node, place(to - seen));
        const around = document.createElement("mark");
        around.append(range.extractContents());
        range.insertNode(around);
        return;
      }
      seen = end;
    }
  }

  let players = [];
  /** Boxes whose players are not there yet: the page is painted before they are. */
  let waiting = [];

  function build() {
    for (const box of waiting.splice(0)) players.push(new Player(box));
    players.sort((a, b) => a.box.compareDocumentPosition(b.box) & 4 ? -1 : 1);
    current ||= players[0];
  }

  /** The player that keys move and whose values symbols show. */
  let current;

  function playerInSight() {
    if (current && current.isSeen) return current;
    return players.find(player => player.isSeen);
  }

  function keys(event) {
    if (event.key === "Escape") {
      unlight();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input,textarea,select,summary,.src,.scroll,[contenteditable]")) return;
    const player = playerInSight();
    if (!player) return;
    const action = { ArrowRight: "forward", ArrowLeft: "back", Home: "first", End: "last", n: "forward", b: "back" };
    if (action[event.key]) {
      event.preventDefault();
      player.press(action[event.key]);
    } else if (event.key === " " && !event.target.closest("button,a")) {
      event.preventDefault();
      player.press("play");
    }
  }

  /** `#step-41` opens that frame of the page's first player, `#step-cell-5` that of a cell's own. */
  function follow() {
    const hash = decodeURIComponent(location.hash.slice(1));
    for (const player of players) {
      const number = hash.startsWith(player.anchor) ? hash.slice(player.anchor.length) : "";
      if (!/^\d+$/.test(number)) continue;
      if (player.isFolded) player.unfold(true);
      player.show(+number);
      player.box.scrollIntoView();
    }
  }

  // MARK: Symbols

  /** The value of the symbol that is pointed at. */
  let tip;

  function light(symbol) {
    unlight();
    const name = symbol.dataset.s;
    const owner = symbol.closest(".player");
    const player = players.find(player => player.box === owner)
      || (current?.knows(name) ? current : players.find(player => player.knows(name)));
    if (!player || !player.knows(name)) return;
    for (const other of $$(`[data-s="${name}"],.net [data-v="${name}"]`)) other.classList.add("lit");
    tip.textContent = player.text(name) || "not yet";
    tip.hidden = false;
    const box = symbol.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(box.left + scrollX, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = box.top + scrollY - tip.offsetHeight - 6 + "px";
  }

  function unlight() {
    for (const symbol of $$(".lit")) symbol.classList.remove("lit");
    tip.hidden = true;
  }

  // MARK: Predictions

  const number = text => /^[-−+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i.test(text)
    ? Number(text.replace("−", "-").replace(",", ".")) : NaN;

  /** What a guess tells about the thought behind it. */
  function verdict(guess, answer, shown) {
    if (guess === answer) return ["Exactly: " + shown + ".", true];
    const given = number(guess), wanted = number(answer);
    if (Number.isNaN(given) || Number.isNaN(wanted)) {
      const plain = text => text.replace(/[\s"]/g, "").toLowerCase();
      return plain(guess) === plain(answer) ? ["Right: " + shown + ".", true] : ["Not this time: it is " + shown + ".", false];
    }
    const miss = Math.abs(given - wanted), size = Math.abs(wanted);
    if (miss <= .005 * size || miss === 0) return ["Right: it is " + shown + ".", true];
    if (miss <= .15 * size) return ["Close: it is " + shown + ".", true];
    if (wanted === 0) return ["It is 0: nothing gets through, or it all cancels.", false];
    if (given === 0) return ["It is " + shown + ": something does get through.", false];
    if (given < 0 !== wanted < 0) return ["The sign is the other one: it is " + shown + ". Which factor turns it?", false];
    const ratio = Math.max(given / wanted, wanted / given);
    const times = ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toString();
    return ["The sign is right, and it is " + shown + ": yours is " + times + " times too " +
      (Math.abs(given) > size ? "large" : "small") + ". Is a factor " + (Math.abs(given) > size ? "missing" : "in it twice") + "?", false];
  }

  function compare(event) {
    const form = event.target.closest(".guess");
    if (!form) return;
    event.preventDefault();
    const guess = $("input", form).value.trim(), answer = $(".answer", form);
    if (!guess) {
      answer.textContent = "Write down a guess first; a rough one will do.";
      return;
    }
    const [text, isGood] = verdict(guess, form.dataset.answer.trim(), form.dataset.shown);
    answer.textContent = text;
    answer.classList.toggle("ok", isGood);
    form.nextElementSibling.open = true;
  }

  // MARK: Copying

  function copy(event) {
    const button = event.target.closest("[data-do=copy]");
    if (!button) return;
    const lines = $$(".src code", button.closest("figure")).map(code => code.textContent.trimEnd());
    const done = () => {
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1600);
    };
    navigator.clipboard?.writeText(lines.join("\n") + "\n").then(done, () => { button.textContent = "Not allowed"; });
  }

  // MARK: Start

  function start() {
    tip = element("div", "", { id: "p-value" });
    tip.hidden = true;
    document.body.append(tip);
    waiting = $$(".player");
    const hero = $(".player.hero");
    if (hero) {
      waiting = waiting.filter(box => box !== hero);
      players = [current = new Player(hero)];
    }
    for (const kind of ["pointerdown", "click", "keydown", "hashchange"]) addEventListener(kind, build, true);
    if (location.hash.startsWith("#step-")) build();
    else requestAnimationFrame(() => setTimeout(build));
    addEventListener("submit", compare);
    addEventListener("click", copy);
    addEventListener("keydown", keys);
    addEventListener("hashchange", follow);
    let width = innerWidth;
    addEventListener("resize", () => {
      if (width === innerWidth) return;
      width = innerWidth;
      for (const player of players) player.reserve();
    });
    addEventListener("mouseover", event => {
      // Of a slope's fraction the whole lights up, not the letter that is pointed at.
      const inner = event.target.closest?.("[data-s]");
      const symbol = inner?.parentElement.closest("math [data-s]") || inner;
      symbol ? light(symbol) : unlight();
    });
    follow();
  }
  addEventListener("DOMContentLoaded", start);
})();
