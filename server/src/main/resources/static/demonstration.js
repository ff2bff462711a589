// The demonstration's page: shows the touchscreen's picture and the simulated wall, and hands on what is pressed.
(function () {
  "use strict";
  const main = document.getElementById("content");
  const words = document.getElementById("words").dataset;
  const silent = document.getElementById("silent");
  const pause = 1000; // ms between two looks at the wall
  const again = 2000; // ms before asking a picture that did not come
  let drawn = "";

  function post(path, values) {
    const headers = {};
    headers[main.dataset.csrfHeader] = main.dataset.csrf;
    return fetch("/demonstration/" + path + "?" + new URLSearchParams(values), { method: "POST", headers: headers });
  }

  function wait(ms) {
    return new Promise((done) => setTimeout(done, ms));
  }

  function piece(template, fill) {
    const one = document.getElementById(template).content.firstElementChild.cloneNode(true);
    for (const key of Object.keys(fill)) {
      const place = one.querySelector("[data-" + key + "]");
      if (place) {
        place.textContent = fill[key];
      }
    }
    return one;
  }

  function press(one, act, values, visible) {
    const button = one.querySelector("[data-act=" + act + "]");
    button.hidden = visible === false;
    button.addEventListener("click", () => post("wall/" + (act === "unjam" ? "jam" : act), values).then(look, look));
    return button;
  }

  function card(it) {
    const one = piece("a-card", { label: it.label, kind: words[it.kind] || "", pin: it.pin ? words.pin + " " + it.pin : "" });
    press(one, "scan", { ref: it.ref });
    return one;
  }

  function book(it) {
    const where = (it.where || "").replace(/-(.)/g, (dash, letter) => letter.toUpperCase());
    const one = piece("a-book", { label: it.label, where: words[where] || "" });
    press(one, "scan", { ref: it.ref });
    return one;
  }

  function door(it) {
    const said = [it.open ? words.open : words.closed].concat(it.jammed ? [words.jammed] : []).join(", ");
    const one = piece("a-door", { label: it.name, word: said });
    one.className = ["x" + it.column, "y" + it.row, "w" + it.columns, "h" + it.rows,
      it.open ? "open" : it.jammed ? "jammed" : "free"].join(" ");
    press(one, "close", { door: it.name }, it.open);
    press(one, "jam", { door: it.name, on: "true" }, !it.open && !it.jammed);
    press(one, "unjam", { door: it.name, on: "false" }, it.jammed);
    return one;
  }

  function bin(it) {
    const one = piece("a-bin", {
      label: words.bin.replace("§", it.name),
      word: it.flapOpen ? words.flapOpen : words.flapClosed,
      count: it.dropped + " / " + it.capacity,
    });
    press(one, "drop", { bin: it.name }).disabled = !it.flapOpen;
    press(one, "closeflap", { bin: it.name }).disabled = !it.flapOpen;
    return one;
  }

  function draw(id, things, make) {
    document.getElementById(id).replaceChildren(...things.map(make));
  }

  // The touchscreen hangs where the doors leave room, as on the staff page.
  function showScreen(doors) {
    const right = Math.max(...doors.map((it) => it.column + it.columns));
    const bottom = Math.max(...doors.map((it) => it.row + it.rows));
    const free = [];
    for (let y = 0; y < bottom; y++) {
      for (let x = 0; x < right; x++) {
        if (!doors.some((it) => x >= it.column && x < it.column + it.columns && y >= it.row && y < it.row + it.rows)) {
          free.push({ x: x, y: y });
        }
      }
    }
    if (free.length > 0) {
      const first = free[0];
      const last = free[free.length - 1];
      const columns = last.x - first.x + 1;
      const rows = last.y - first.y + 1;
      if (columns * rows === free.length) {
        const one = document.createElement("li");
        one.className = ["x" + first.x, "y" + first.y, "w" + columns, "h" + rows, "screen-place"].join(" ");
        one.setAttribute("aria-hidden", "true");
        document.getElementById("doors").append(one);
      }
    }
  }

  // Whoever goes by keyboard keeps their place when the wall is drawn anew.
  function keepingFocus(work) {
    const old = document.activeElement;
    const list = old && old.closest("#cards, #books, #doors, #bins");
    const place = list ? Array.from(list.querySelectorAll("button")).indexOf(old) : -1;
    work();
    if (place >= 0) {
      const now = list.querySelectorAll("button")[place];
      if (now) {
        now.focus();
      }
    }
  }

  function show(text) {
    if (text === drawn) {
      return;
    }
    drawn = text;
    const state = JSON.parse(text);
    keepingFocus(() => {
      draw("cards", state.cards, card);
      draw("books", state.books, book);
      draw("doors", state.doors, door);
      showScreen(state.doors);
      draw("bins", state.bins, bin);
    });
  }

  async function look() {
    try {
      const answer = await fetch("/demonstration/wall");
      if (!answer.ok) {
        throw new Error("status " + answer.status);
      }
      show(await answer.text());
      silent.hidden = true;
    } catch (gone) {
      silent.hidden = false;
    }
  }

  async function watchWall() {
    for (;;) {
      if (!document.hidden) {
        await look();
      }
      await wait(pause);
    }
  }

  async function watchScreen(picture) {
    let frame = 0;
    for (;;) {
      try {
        const answer = await fetch("/demonstration/changes?after=" + frame);
        if (!answer.ok) {
          throw new Error("status " + answer.status);
        }
        const newest = (await answer.json()).frame;
        if (newest !== frame) {
          frame = newest;
          picture.src = "/demonstration/screen.png?" + frame;
        }
      } catch (gone) {
        frame = 0; // a touchscreen that was started again counts from the beginning
        await wait(again);
      }
    }
  }

  const picture = document.getElementById("screen");
  if (picture) {
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      const edge = parseFloat(getComputedStyle(picture).borderLeftWidth);
      const scaleX = picture.naturalWidth / (box.width - 2 * edge);
      const scaleY = picture.naturalHeight / (box.height - 2 * edge);
      const x = Math.round((event.clientX - box.left - edge) * scaleX);
      const y = Math.round((event.clientY - box.top - edge) * scaleY);
      if (x >= 0 && y >= 0 && x < picture.naturalWidth && y < picture.naturalHeight) {
        post("press", { x: x, y: y });
      }
    });
    watchScreen(picture);
  }
  const other = document.getElementById("other");
  other.addEventListener("submit", (event) => {
    event.preventDefault();
    post("wall/scan", { text: other.elements.text.value }).then(look, look);
    other.reset();
  });
  watchWall();
})();
