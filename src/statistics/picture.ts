import { createRequire } from 'node:module';
import type { EChartsCoreOption } from 'echarts/core';

/** Fonts with every letter of Kazakh and Russian; the system's own may lack them, so it is not asked. */
const fonts = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
];

/**
 * Draws a chart as PNG. The drawing library is loaded when the first picture is wanted: most processes never draw one.
 */
export async function drawPng(
  option: EChartsCoreOption,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const [core, charts, components, renderers, { Resvg }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
    import('@resvg/resvg-js'),
  ]);
  core.use([
    charts.BarChart,
    components.GridComponent,
    components.LegendComponent,
    components.TitleComponent,
    renderers.SVGRenderer,
  ]);
  const chart = core.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    const require = createRequire(import.meta.url);
    const drawing = new Resvg(chart.renderToSVGString(), {
      font: {
        fontFiles: fonts.map((file) => require.resolve(file)),
        loadSystemFonts: false,
        defaultFontFamily: 'Noto Sans',
      },
    });
    return drawing.render().asPng();
  } finally {
    chart.dispose();
  }
}
