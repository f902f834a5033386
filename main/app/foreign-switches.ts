/**
 * Switches of Chromium and Electron that are passed through, by prefix. There are well over a
 * thousand, so an exact list would be outdated with every release.
 */
const FOREIGN_SWITCHES =
  /^(allow-|auth-|class$|crash|disable-|display$|enable-|explicitly-|field-trial|force-|gpu|gtk-|headless$|high-dpi|ignore-|in-process|lang$|log-|name$|no-(default-browser-check|first-run|pings|proxy-server|sandbox|zygote|zygote-sandbox)$|original-process|ozone|password-store$|proxy-|renderer-|touch-|trace-(config|startup|to)|type$|use-|v$|vmodule$|wayland|window-)/;

/**
 * Switches that expose the app or its traffic to other programs: a debugger, another program in
 * place of one of its processes, code in the window, another route for the traffic, or a recording
 * of it.
 */
const EXPOSING_SWITCHES =
  /^(allow-(file-access|insecure|loopback|running-insecure)|app$|auto-open-devtools|browser-subprocess-path$|disable-(extensions-except|web-security)|enable-(automation|blink-)|expose-internals|host-(resolver-)?rules$|ignore-certificate-errors|inspect|js-flags$|load-|log-net-log$|remote-|require$|ssl-key-log-file$|unsafely-)|-(cmd-prefix|launcher)$/;

/** Whether a switch, named without its dashes, belongs to Chromium or Electron. */
export function isForeignSwitch(name: string): boolean {
  return FOREIGN_SWITCHES.test(name) || EXPOSING_SWITCHES.test(name);
}

/** Whether a switch exposes the app to other programs; an installed app refuses it. */
export function exposesApp(name: string): boolean {
  return EXPOSING_SWITCHES.test(name);
}
