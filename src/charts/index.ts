export { renderChartPng } from './png.js';
export { renderChartText } from './text.js';
export { displayWidth, padDisplay, truncateDisplay, wrapDisplay } from './width.js';
