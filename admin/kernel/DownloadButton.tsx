import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import { Button } from '@mui/material';

interface DownloadButtonProps {
  /** Where the server makes the document, under `/admin/reports/`. */
  readonly path: string;
  readonly label: string;
  /** What it is of, for those who hear it among others alike. */
  readonly about?: string;
  readonly pdf?: boolean;
  readonly size?: 'small' | 'medium';
}

/** Downloads a document that the server makes. */
export const DownloadButton = ({ path, label, about, pdf = true, size = 'medium' }: DownloadButtonProps) => (
  <Button
    variant={size === 'small' ? 'text' : 'outlined'}
    color="inherit"
    size={size}
    startIcon={pdf ? <PictureAsPdfOutlined /> : <FileDownloadOutlined />}
    href={`/admin/reports/${path}`}
    download
    {...(about ? { 'aria-label': `${label} : ${about}` } : {})}
    onClick={(event) => event.stopPropagation()}
  >
    {label}
  </Button>
);
