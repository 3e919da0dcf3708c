import './style.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { paint } from './paint.ts';
import { wake } from './store/wake.ts';

paint();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void wake();
