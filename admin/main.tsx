import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './App.tsx';

// Links sent by mail carry their token behind a #, so that no server ever writes it in a log: here they become paths.
if (location.hash.startsWith('#/')) history.replaceState(null, '', location.hash.slice(1));

const root = document.getElementById('root');
if (root) createRoot(root).render(<RouterProvider router={createBrowserRouter([{ path: '*', element: <App /> }])} />);
