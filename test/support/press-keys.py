"""Presses keys on an X display, whatever has the focus. Usage: press-keys.py Control_L Alt_L m"""

import ctypes
import sys

x11 = ctypes.CDLL("libX11.so.6")
xtest = ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
xtest.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]

display = x11.XOpenDisplay(None)
if not display:
    sys.exit("no display")
codes = [x11.XKeysymToKeycode(display, x11.XStringToKeysym(name.encode())) for name in sys.argv[1:]]
if 0 in codes:
    sys.exit("no such key")
for code in codes:
    xtest.XTestFakeKeyEvent(display, code, 1, 0)
for code in reversed(codes):
    xtest.XTestFakeKeyEvent(display, code, 0, 0)
x11.XSync(display, 0)
x11.XCloseDisplay(display)
