// Keeps an open station page up to date: a word on the stream means "ask for your part again".
(function () {
  "use strict";
  const part = document.getElementById("live");
  if (!part || !part.dataset.live) {
    return;
  }
  const news = document.getElementById("news");
  const quiet = 250; // ms; a burst of changes becomes one question
  const slow = 5000; // ms; how often to ask while there is no stream
  const calm = 15000; // ms; "4 s ago" grows old by itself
  let later = 0;
  let told = newest();

  function newest() {
    const alarm = part.querySelector(".alarm b");
    const line = part.querySelector(".happened .what");
    return [alarm, line].filter(Boolean).map((one) => one.textContent).join(". ");
  }

  function refresh() {
    clearTimeout(later);
    later = setTimeout(() => window.htmx.trigger(part, "refresh"), quiet);
  }

  // A screen reader hears what is new, not the whole part again.
  document.body.addEventListener("htmx:afterSwap", () => {
    const now = newest();
    if (now !== told) {
      told = now;
      news.textContent = now;
    }
  });

  const stream = new EventSource(part.dataset.live);
  stream.addEventListener("changed", refresh);
  document.querySelectorAll(".follows").forEach((one) => { one.hidden = false; });
  setInterval(() => {
    if (!document.hidden && stream.readyState !== EventSource.OPEN) {
      refresh();
    }
  }, slow);
  setInterval(() => {
    if (!document.hidden) {
      refresh();
    }
  }, calm);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      refresh();
    }
  });
})();
