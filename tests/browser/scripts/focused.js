// The words of what has the focus, as a screen reader would begin to say it.
() => {
  const one = document.activeElement;
  const named = document.getElementById(one.getAttribute("aria-labelledby"));
  const label = one.labels?.[0] ?? named ?? one.querySelector("h2") ?? one;
  return label.textContent.trim().replace(/\s+/g, " ");
}
