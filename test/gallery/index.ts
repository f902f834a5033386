import { STATES } from './states';

/** All states side by side, each in its own frame and in the system's colors. */
const list = document.getElementById('states');
const width = sizeField('width');
const height = sizeField('height');

const frames = STATES.map(({ name }) => {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const frame = document.createElement('iframe');
  caption.textContent = name;
  frame.src = `./state.html#${name}`;
  frame.loading = 'lazy';
  figure.append(caption, frame);
  list?.append(figure);
  return frame;
});

function sizeField(id: string): HTMLInputElement {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) {
    throw new Error(`The gallery has no field with the ID ${id}.`);
  }
  field.addEventListener('change', resize);
  return field;
}

function resize(): void {
  for (const frame of frames) {
    frame.width = width.value;
    frame.height = height.value;
  }
}

resize();
