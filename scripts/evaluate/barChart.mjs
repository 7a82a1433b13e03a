/** Colours of the series, told apart without colour vision too by their order and legend (Okabe and Ito). */
const colours = ['#0072b2', '#e69f00', '#009e73'];
const bar = { width: 26, gap: 6 };
const plot = { left: 46, top: 44, height: 220, bottom: 58 };

/**
 * A grouped bar chart of values from 0 to 1, as SVG.
 * @param title what it shows
 * @param series names, in the order of `values`
 * @param groups [{name, values: (number|null)[]}]; null: not measured
 * @param groupGap between two groups: room for names wider than their bars
 */
export function barChart(title, series, groups, { groupGap = 34 } = {}) {
  const groupWidth = series.length * (bar.width + bar.gap) - bar.gap;
  const width = plot.left + groups.length * (groupWidth + groupGap) + 12;
  const height = plot.top + plot.height + plot.bottom;
  const y = (value) => plot.top + plot.height * (1 - value);
  const parts = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<line x1="${plot.left}" x2="${width - 8}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
      `<text x="${plot.left - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  groups.forEach(({ name, values }, at) => {
    const left = plot.left + groupGap / 2 + at * (groupWidth + groupGap);
    values.forEach((value, place) => {
      if (value === null) return;
      const x = left + place * (bar.width + bar.gap);
      parts.push(
        `<rect x="${x}" y="${y(value)}" width="${bar.width}" height="${plot.height * value}" fill="${colours[place]}"/>`,
        `<text x="${x + bar.width / 2}" y="${y(value) - 4}" text-anchor="middle" font-size="10">${shown(value)}</text>`,
      );
    });
    parts.push(`<text x="${left + groupWidth / 2}" y="${y(0) + 18}" text-anchor="middle">${name}</text>`);
  });
  series.forEach((name, place) => {
    const x = plot.left + place * 110;
    parts.push(
      `<rect x="${x}" y="${height - 22}" width="12" height="12" fill="${colours[place]}"/>`,
      `<text x="${x + 17}" y="${height - 12}">${name}</text>`,
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="sans-serif" font-size="12" role="img" aria-label="${title}">`,
    `<rect width="100%" height="100%" fill="#fff"/><text x="${plot.left}" y="22" font-size="14">${title}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function shown(value) {
  return value.toFixed(2).replace(/^0/, '');
}
