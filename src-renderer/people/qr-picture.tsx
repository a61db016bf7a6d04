import { encodeQR } from 'qr';

/** Empty modules around it, without which no camera finds it (ISO/IEC 18004 asks for four). */
const quietZone = 4;

/** Dark on light in both themes: many cameras read nothing else. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  return (
    <svg
      role="img"
      aria-label={label}
      data-qr
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className="h-auto w-full rounded-lg bg-[#ffffff]"
    >
      <path d={rows.map(rowPath).join('')} fill="#000000" />
    </svg>
  );
}

/** Neighbours are drawn as one: lines between them would be seen. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    const width = x - from + 1;
    path += `M${from} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
