import { contextBridge, ipcRenderer } from 'electron';

// A passage and nothing else: what may be called is decided, and every input checked, on the other side.
contextBridge.exposeInMainWorld('ebb', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('ebb:call', method, input),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    const receive = (_: unknown, name: string, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('ebb:event', receive);
    return () => ipcRenderer.removeListener('ebb:event', receive);
  },
});
