#!/bin/sh
# Sees to it that the tests have what only Debian's packages bring: the browser, fonts with the widths
# that the pages are laid out for, and strace, which counts what a server has written to the disk.
# What is missing fails; it never means a skipped test.
set -eu

packages='chromium fonts-liberation strace'

present() {
    command -v chromium >/dev/null 2>&1 && command -v strace >/dev/null 2>&1 &&
        [ -e /usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf ]
}

present && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need Chromium as 'chromium' and strace on the PATH, and the Liberation fonts in" >&2
    echo "/usr/share/fonts/truetype/liberation. Install them, then run the same command again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "The tests need Chromium, strace and the Liberation fonts. Type this, then try again:" >&2
    echo "    sudo apt-get install --no-install-recommends $packages" >&2
    exit 1
fi

echo "Installing $packages for the tests (about 20 seconds)."
log=$(mktemp)
# shellcheck disable=SC2086  # several packages, several words
if ! { apt-get update && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $packages; } >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log" >&2
    echo "apt-get could not install $packages. Is the network there?" >&2
    exit 1
fi
rm -f "$log"
present
