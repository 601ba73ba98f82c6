#!/bin/sh
# Sees to it that the browser tests have their browser: Debian's chromium, and fonts with the widths
# that the pages are laid out for. A missing browser fails; it never means a skipped test.
set -eu

packages='chromium fonts-liberation'

present() {
    command -v chromium >/dev/null 2>&1 &&
        [ -e /usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf ]
}

present && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "The browser tests need Chromium as 'chromium' on the PATH, and the Liberation fonts in" >&2
    echo "/usr/share/fonts/truetype/liberation. Install both, then run the same command again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "The browser tests need Chromium and the Liberation fonts. Type this, then try again:" >&2
    echo "    sudo apt-get install --no-install-recommends $packages" >&2
    exit 1
fi

echo "Installing $packages for the browser tests (about 20 seconds)."
log=$(mktemp)
# shellcheck disable=SC2086  # two packages, two words
if ! { apt-get update && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $packages; } >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log" >&2
    echo "apt-get could not install $packages. Is the network there?" >&2
    exit 1
fi
rm -f "$log"
present
