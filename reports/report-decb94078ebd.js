"use strict";
for (const b of document.querySelectorAll("[data-copy]")) {
  b.hidden = false;
  b.onclick = async () => {
    const p = document.getElementById(b.dataset.copy);
    try { await navigator.clipboard.writeText(p.textContent.trim()); b.textContent = "Copied"; }
    catch { getSelection().selectAllChildren(p); b.textContent = "Selected: press Ctrl+C"; }
  };
}
const q = document.getElementById("q");
if (q) {
  q.parentElement.hidden = false;
  q.oninput = () => {
    const w = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const r of document.querySelectorAll(".q")) {
      const t = r.textContent.toLowerCase();
      r.hidden = !w.every(x => t.includes(x));
    }
  };
}
