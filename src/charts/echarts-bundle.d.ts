/**
 * echarts in one file. Its modules, many hundreds, take 300 ms to load for the parts that a chart needs and 600 ms for
 * all of them; the bundle takes 80 ms.
 */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts';
}
