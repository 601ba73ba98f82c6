// Runs in Chromium beside bpmn-js: lets it draw a file, and counts the ink of two pictures.
"use strict";

const TOLERANCE = 3;
const TILE = 1500;
const OFFSETS = [];
for (let dy = -TOLERANCE; dy <= TOLERANCE; dy += 1) {
  for (let dx = -TOLERANCE; dx <= TOLERANCE; dx += 1) {
    if (dx * dx + dy * dy <= TOLERANCE * TOLERANCE) OFFSETS.push([dx, dy]);
  }
}

/** Draw a file with bpmn-js; the answer is an SVG, or why there is none. */
globalThis.drawnByOracle = async (xml) => {
  const place = document.createElement("div");
  document.body.append(place);
  const viewer = new globalThis.BpmnJS({ container: place, width: 800, height: 600 });
  try {
    await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    return { svg };
  } catch (fault) {
    return { error: String(fault.message).slice(0, 300) };
  } finally {
    viewer.destroy();
    place.remove();
  }
};

async function loaded(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const found = /viewBox="([^"]+)"/.exec(svg)[1].trim().split(/[\s,]+/).map(Number);
  const [x, y, width, height] = found;
  return { image, x, y, width, height };
}

function around(pictures) {
  const left = Math.floor(Math.min(...pictures.map((one) => one.x))) - TOLERANCE;
  const top = Math.floor(Math.min(...pictures.map((one) => one.y))) - TOLERANCE;
  const right = Math.max(...pictures.map((one) => one.x + one.width)) + TOLERANCE;
  const bottom = Math.max(...pictures.map((one) => one.y + one.height)) + TOLERANCE;
  return { left, top, width: Math.ceil(right - left), height: Math.ceil(bottom - top) };
}

/** Paint a part of a picture on white, in the coordinates of the drawing. */
function painted({ image, x, y, width, height }, left, top, across, down) {
  const canvas = document.createElement("canvas");
  canvas.width = across;
  canvas.height = down;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "white";
  context.fillRect(0, 0, across, down);
  context.drawImage(image, x - left, y - top, width, height);
  return { canvas, context };
}

function inked({ context, canvas }, darkness) {
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const ink = new Uint8Array(canvas.width * canvas.height);
  for (let at = 0; at < ink.length; at += 1) {
    const light = 0.2126 * data[4 * at] + 0.7152 * data[4 * at + 1] + 0.0722 * data[4 * at + 2];
    ink[at] = light < darkness * 255 ? 1 : 0;
  }
  return ink;
}

/** Count the ink of one picture, and how much of it has ink of the other one near. */
function near(ink, other, across, down, border) {
  let all = 0;
  let met = 0;
  for (let y = border; y < down - border; y += 1) {
    for (let x = border; x < across - border; x += 1) {
      if (!ink[y * across + x]) continue;
      all += 1;
      if (OFFSETS.some(([dx, dy]) => other[(y + dy) * across + x + dx])) met += 1;
    }
  }
  return [all, met];
}

/**
 * Compare two pictures by the coordinates of the drawing.
 * Returns for each darkness [ink of theirs, of that met by ours, ink of ours, of that met by theirs].
 */
globalThis.compared = async (theirs, ours, darknesses) => {
  const pair = [await loaded(theirs), await loaded(ours)];
  const frame = around(pair);
  const sums = darknesses.map(() => [0, 0, 0, 0]);
  for (let top = 0; top < frame.height; top += TILE) {
    for (let left = 0; left < frame.width; left += TILE) {
      const across = Math.min(TILE, frame.width - left) + 2 * TOLERANCE;
      const down = Math.min(TILE, frame.height - top) + 2 * TOLERANCE;
      const corner = [frame.left + left - TOLERANCE, frame.top + top - TOLERANCE];
      const [one, other] = pair.map((each) => painted(each, ...corner, across, down));
      darknesses.forEach((darkness, index) => {
        const inks = [inked(one, darkness), inked(other, darkness)];
        const found = [
          ...near(inks[0], inks[1], across, down, TOLERANCE),
          ...near(inks[1], inks[0], across, down, TOLERANCE),
        ];
        found.forEach((count, place) => {
          sums[index][place] += count;
        });
      });
    }
  }
  return sums;
};

function differing(one, other, across, down) {
  const canvas = document.createElement("canvas");
  canvas.width = across;
  canvas.height = down;
  const context = canvas.getContext("2d");
  const picture = context.createImageData(across, down);
  const [theirs, ours] = [inked(one, 0.5), inked(other, 0.5)];
  const alone = (ink, rest, x, y) =>
    !OFFSETS.some(([dx, dy]) => {
      const [px, py] = [x + dx, y + dy];
      return px >= 0 && py >= 0 && px < across && py < down && rest[py * across + px];
    });
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const at = y * across + x;
      let colour = [255, 255, 255];
      if (theirs[at]) colour = alone(theirs, ours, x, y) ? [214, 0, 0] : [190, 190, 190];
      if (ours[at]) {
        const lonely = alone(ours, theirs, x, y);
        if (lonely) colour = [0, 60, 230];
        else if (colour[0] === 255) colour = [190, 190, 190];
      }
      picture.data.set([...colour, 255], 4 * at);
    }
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

/** Return a PNG: bpmn-js above, ours in the middle, below what only one of them has. */
globalThis.sideBySide = async (theirs, ours, most) => {
  const pair = [await loaded(theirs), await loaded(ours)];
  const frame = around(pair);
  const across = Math.min(frame.width, most);
  const down = Math.min(frame.height, most);
  const [one, other] = pair.map((each) => painted(each, frame.left, frame.top, across, down));
  const sheet = document.createElement("canvas");
  const beside = across < down;
  sheet.width = beside ? across * 3 + 20 : across;
  sheet.height = beside ? down : down * 3 + 20;
  const context = sheet.getContext("2d");
  context.fillStyle = "#888888";
  context.fillRect(0, 0, sheet.width, sheet.height);
  [one.canvas, other.canvas, differing(one, other, across, down)].forEach((canvas, index) => {
    const moved = index * ((beside ? across : down) + 10);
    context.drawImage(canvas, beside ? moved : 0, beside ? 0 : moved);
  });
  return sheet.toDataURL("image/png").split(",")[1];
};
