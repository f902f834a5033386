"""Fakes the desktop services on a D-Bus session bus: a notification server and a tray for one icon.

Writes one JSON object per line to standard output, where `event` is one of
  ready                the bus names are owned
  notification         id, title, body, urgency, buttons (labels, without the default action)
  notification-closed  id
  tray                 tooltip, icon (a hash of the image's shape: its opacity)
  menu                 items in order: the label, with " (disabled)" after it; "-" for a separator
  tray-gone            the owner of the tray icon has quit, or the tray has
  outdated             the app rejected a click on an item of a replaced menu
  refused              a command could not be carried out: reason
Reads one JSON object per line from standard input, where `do` is one of
  activate                  click the tray icon
  choose, label             click an item of the tray menu
  choose-outdated, label    click the newest item with this label in a replaced menu
  click-notification, id    click a notification
  press-button, id, label   click a button of a notification
  dismiss-notification, id  close a notification by hand
  start-tray, stop-tray     start or stop the panel with the tray
With --without-tray there is no tray at first. Exits when standard input closes.
"""

import hashlib
import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFICATIONS_PATH = "/org/freedesktop/Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
WATCHER_PATH = "/StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
RETRY_MS = 50
CALL_TIMEOUT_MS = 3000

INTERFACES = """
<node>
  <interface name="org.freedesktop.Notifications">
    <method name="GetCapabilities"><arg type="as" direction="out"/></method>
    <method name="GetServerInformation">
      <arg type="s" direction="out"/><arg type="s" direction="out"/>
      <arg type="s" direction="out"/><arg type="s" direction="out"/>
    </method>
    <method name="Notify">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
    <method name="CloseNotification"><arg type="u" direction="in"/></method>
    <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
    <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  </interface>
  <interface name="org.kde.StatusNotifierWatcher">
    <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
    <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
    <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
    <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
    <property name="ProtocolVersion" type="i" access="read"/>
    <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
    <signal name="StatusNotifierItemUnregistered"><arg type="s"/></signal>
  </interface>
</node>
"""


def emit(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)


def describe_item(properties):
    if properties.get("type") == "separator":
        return "-"
    label = properties["label"].replace("_", "")
    return label if properties.get("enabled", True) else f"{label} (disabled)"


class NotificationServer:
    """Accepts every notification, and clicks the ones that the test chooses."""

    def __init__(self, bus, interface):
        self.bus = bus
        self.last_id = 0
        self.buttons = {}
        bus.register_object(NOTIFICATIONS_PATH, interface, self.answer, None, None)

    def answer(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "GetCapabilities":
            capabilities = ["actions", "body", "body-markup"]
            invocation.return_value(GLib.Variant("(as)", (capabilities,)))
        elif method == "GetServerInformation":
            about = ("desktop-recorder", "Sidetone tests", "1", "1.2")
            invocation.return_value(GLib.Variant("(ssss)", about))
        elif method == "Notify":
            _app, replaced, _icon, title, body, actions, hints, _timeout = parameters.unpack()
            if replaced == 0:
                self.last_id += 1
            number = replaced or self.last_id
            invocation.return_value(GLib.Variant("(u)", (number,)))
            buttons = dict(zip(actions[1::2], actions[::2]))
            self.buttons[number] = {
                label: action for label, action in buttons.items() if action != "default"
            }
            emit(
                "notification",
                id=number,
                title=title,
                body=body,
                urgency=hints.get("urgency"),
                buttons=list(self.buttons[number]),
            )
        else:
            invocation.return_value(None)
            (number,) = parameters.unpack()
            self.signal("NotificationClosed", GLib.Variant("(uu)", (number, 3)))
            emit("notification-closed", id=number)

    def signal(self, name, value):
        self.bus.emit_signal(None, NOTIFICATIONS_PATH, NOTIFICATIONS, name, value)

    def click(self, number):
        self.signal("ActionInvoked", GLib.Variant("(us)", (number, "default")))

    def press(self, number, label):
        action = self.buttons.get(number, {}).get(label)
        if action is None:
            emit("refused", reason=f"there is no button {label}")
            return
        self.signal("ActionInvoked", GLib.Variant("(us)", (number, action)))
        self.dismiss(number)

    def dismiss(self, number):
        self.signal("NotificationClosed", GLib.Variant("(uu)", (number, 2)))
        emit("notification-closed", id=number)


class TrayHost:
    """Tracks the tray icon that was registered last, and fetches it again after each signal."""

    def __init__(self, bus, interface):
        self.bus = bus
        self.owner = None
        self.path = None
        self.menu_path = None
        self.items = []
        self.outdated = []
        bus.register_object(WATCHER_PATH, interface, self.answer, self.property, None)

    def property(self, _bus, _sender, _path, _interface, name):
        items = [self.owner + self.path] if self.owner else []
        return {
            "RegisteredStatusNotifierItems": GLib.Variant("as", items),
            "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
            "ProtocolVersion": GLib.Variant("i", 0),
        }[name]

    def answer(self, _bus, sender, _path, _interface, method, parameters, invocation):
        invocation.return_value(None)
        if method != "RegisterStatusNotifierItem":
            return
        (service,) = parameters.unpack()
        self.owner, self.path = (
            (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
        )
        for interface in (ITEM, MENU):
            self.bus.signal_subscribe(
                sender, interface, None, None, None, Gio.DBusSignalFlags.NONE, self.on_signal
            )
        Gio.bus_watch_name_on_connection(
            self.bus, sender, Gio.BusNameWatcherFlags.NONE, None, self.on_gone
        )
        self.fetch()

    def on_signal(self, _bus, _sender, _path, _interface, _name, _parameters):
        self.fetch()

    def on_gone(self, _bus, _name):
        self.forget()

    def forget(self):
        if self.owner is not None:
            self.owner = None
            emit("tray-gone")

    def call(self, path, interface, method, arguments, done, on_declined=None):
        def finish(bus, result):
            try:
                answer = bus.call_finish(result).unpack()
            except GLib.Error as error:
                if self.owner is None:
                    return
                if on_declined is not None and Gio.DBusError.is_remote_error(error):
                    on_declined()
                elif interface == ITEM:
                    emit("refused", reason=error.message)
                else:
                    # An icon is registered a moment before its menu can be fetched.
                    GLib.timeout_add(RETRY_MS, lambda: self.fetch() and False)
                return
            # The tray may have stopped before the answer arrived.
            if self.owner is not None:
                done(answer)

        self.bus.call(
            self.owner,
            path,
            interface,
            method,
            arguments,
            None,
            Gio.DBusCallFlags.NONE,
            CALL_TIMEOUT_MS,
            None,
            finish,
        )

    def fetch(self):
        if self.owner is None:
            return
        arguments = GLib.Variant("(s)", (ITEM,))
        self.call(
            self.path, "org.freedesktop.DBus.Properties", "GetAll", arguments, self.on_properties
        )

    def on_properties(self, answer):
        (properties,) = answer
        self.menu_path = properties.get("Menu")
        _name, _pictures, title, text = properties.get("ToolTip") or ("", [], "", "")
        # Each picture is its width, its height and its pixels, as bytes: opacity, red, green, blue.
        opacity = [bytes(pixels[::4]) for _width, _height, pixels in properties["IconPixmap"]]
        emit(
            "tray",
            tooltip=title or text,
            icon=hashlib.sha256(b"".join(opacity)).hexdigest(),
        )
        self.fetch_menu(self.emit_menu)

    def fetch_menu(self, done):
        arguments = GLib.Variant("(iias)", (0, -1, []))
        self.call(
            self.menu_path, MENU, "GetLayout", arguments, lambda answer: done(answer[1][2])
        )

    def emit_menu(self, items):
        ids = [number for number, _properties, _children in items]
        self.outdated = [item for item in self.items + self.outdated if item[0] not in ids]
        self.items = items
        emit("menu", items=[describe_item(properties) for _id, properties, _children in items])

    def activate(self):
        self.call(self.path, ITEM, "Activate", GLib.Variant("(ii)", (0, 0)), lambda _answer: None)

    def choose(self, label):
        """Clicks an item. If the program replaces its menu meanwhile, it declines the click, and the
        item is clicked in the new menu, as a user would."""

        def click(items):
            for number, properties, _children in items:
                if properties.get("label", "").replace("_", "") == label:
                    event = (number, "clicked", GLib.Variant("i", 0), 0)
                    arguments = GLib.Variant("(isvu)", event)
                    self.call(
                        self.menu_path,
                        MENU,
                        "Event",
                        arguments,
                        lambda _answer: None,
                        on_declined=lambda: self.choose(label),
                    )
                    return
            emit("refused", reason=f"there is no item {label}")

        self.fetch_menu(click)

    def choose_outdated(self, label):
        def finish(bus, result):
            try:
                bus.call_finish(result)
                emit("refused", reason=f"the app accepted a click on the outdated item {label}")
            except GLib.Error:
                emit("outdated")

        for number, properties, _children in self.outdated:
            if properties.get("label", "").replace("_", "") == label:
                arguments = GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("i", 0), 0))
                self.bus.call(
                    self.owner,
                    self.menu_path,
                    MENU,
                    "Event",
                    arguments,
                    None,
                    Gio.DBusCallFlags.NONE,
                    CALL_TIMEOUT_MS,
                    None,
                    finish,
                )
                return
        emit("refused", reason=f"there is no outdated item {label}")


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    notifications_interface, watcher_interface = Gio.DBusNodeInfo.new_for_xml(
        INTERFACES
    ).interfaces
    notifications = NotificationServer(bus, notifications_interface)
    tray = TrayHost(bus, watcher_interface)
    loop = GLib.MainLoop()
    awaited = {NOTIFICATIONS} if "--without-tray" in sys.argv else {NOTIFICATIONS, WATCHER}
    owners = {}

    def own(name):
        owners[name] = Gio.bus_own_name_on_connection(
            bus, name, Gio.BusNameOwnerFlags.NONE, on_owned, None
        )

    def on_owned(_bus, name):
        if name in awaited:
            awaited.remove(name)
            if not awaited:
                emit("ready")

    def on_command(channel, _condition):
        line = channel.readline()
        if line == "":
            loop.quit()
            return False
        command = json.loads(line)
        if command["do"] == "activate":
            tray.activate()
        elif command["do"] == "choose":
            tray.choose(command["label"])
        elif command["do"] == "choose-outdated":
            tray.choose_outdated(command["label"])
        elif command["do"] == "click-notification":
            notifications.click(command["id"])
        elif command["do"] == "press-button":
            notifications.press(command["id"], command["label"])
        elif command["do"] == "dismiss-notification":
            notifications.dismiss(command["id"])
        elif command["do"] == "start-tray":
            own(WATCHER)
        elif command["do"] == "stop-tray":
            Gio.bus_unown_name(owners.pop(WATCHER))
            tray.forget()
        return True

    for name in sorted(awaited):
        own(name)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, on_command)
    loop.run()


main()
