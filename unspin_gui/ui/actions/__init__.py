"""Every action of the window as data, with its shortcut."""
