/** Two soft tones, twice in a row, then a rest: in Hz and seconds. */
const TONES = [523.25, 659.25];
const BURSTS = [0, 0.5];
const BURST_SECONDS = 0.4;
const PERIOD_SECONDS = 3;
const VOLUME = 0.15;
const FADE_SECONDS = 0.02;

/** Rings until the function that it returns is called. */
export function startRinging(): () => void {
  const context = new AudioContext();
  function ringOnce(): void {
    for (const begin of BURSTS) playBurst(context, context.currentTime + begin);
  }
  ringOnce();
  const timer = setInterval(ringOnce, PERIOD_SECONDS * 1_000);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

function playBurst(context: AudioContext, begin: number): void {
  const end = begin + BURST_SECONDS;
  const volume = context.createGain();
  // Without fading, each tone would begin and end with a click.
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(VOLUME, begin + FADE_SECONDS);
  volume.gain.setValueAtTime(VOLUME, end - FADE_SECONDS);
  volume.gain.linearRampToValueAtTime(0, end);
  volume.connect(context.destination);
  for (const frequency of TONES) {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(volume);
    tone.start(begin);
    tone.stop(end);
  }
}
